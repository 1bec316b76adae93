/// The messages of a mailbox in one file.
///
/// Source: RFC 4155: each message follows a line that begins with `From `; lines of the message
/// that begin so are written `>From `.
package func messages(inMailbox bytes: [UInt8]) -> [[UInt8]] {
  let mark = Array("From ".utf8)
  var messages: [[UInt8]] = []
  var message: [UInt8] = []
  var isFirst = true
  var afterBlank = true
  var place = 0
  while place < bytes.count {
    let lineEnd = bytes[place...].firstIndex(of: 10).map { $0 + 1 } ?? bytes.count
    let line = bytes[place..<lineEnd]
    if afterBlank, line.starts(with: mark) {
      if !isFirst { messages.append(message) }
      isFirst = false
      message.removeAll(keepingCapacity: true)
    } else {
      let isQuoted =
        line.first == UInt8(ascii: ">")
        && line.drop { $0 == UInt8(ascii: ">") }.starts(with: mark)
      message += isQuoted ? line.dropFirst() : line
    }
    afterBlank = line.count <= 2 && line.allSatisfy { $0 == 10 || $0 == 13 }
    place = lineEnd
  }
  if !isFirst { messages.append(message) }
  return messages
}
