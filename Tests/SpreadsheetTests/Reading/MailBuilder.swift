/// Makes messages as mail programs write them.
enum MailBuilder {
  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var four: [Character] = []
      for place in 0..<4 {
        four.insert(3 - place > group.count ? "=" : digits[bits & 63], at: 0)
        bits >>= 6
      }
      text += String(four)
      if text.utf8.count % 78 == 76 { text += "\r\n" }
    }
    return text
  }

  /// A message with a file attached; `name` is the parameter that says what it is called.
  static func mail(_ workbook: [UInt8], _ name: String) -> String {
    """
    From: =?utf-8?Q?Zo=C3=AB?= <head@school.example>\r
    To: hub@example.org\r
    Subject: =?UTF-8?B?w4ljb2xl?= =?UTF-8?Q?_return?=\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary="=_b"\r
    \r
    --=_b\r
    Content-Type: text/plain\r
    \r
    Here it is.\r
    --=_b\r
    Content-Type: application/octet-stream\r
    Content-Disposition: attachment;\r
     \(name)\r
    Content-Transfer-Encoding: base64\r
    \r
    \(base64(workbook))\r
    --=_b--\r

    """
  }
}
