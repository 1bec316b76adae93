/// The rule code that each hostile file must end with, or be read with; none for those that are
/// simply read.
enum HostileCodes {
  /// Files that the manifest would refuse, and that are read after all.
  static let readAllTheSame: Set = ["real.ods", "ods_renamed.xlsx", "zip_of_xlsx.xlsx"]

  static func code(of file: String) -> String? {
    for (code, files) in byCode where files.contains(file) { return code }
    return nil
  }

  static var codes: Set<String> { Set(byCode.map(\.0)) }

  private static let byCode: [(String, Set<String>)] = [
    ("W101", ["empty_file.xlsx"]), ("W102", ["one_byte.xlsx"]),
    ("W103", ["trunc_cd.xlsx", "trunc_half.xlsx", "trunc_eocd.xlsx", "pk_only.xlsx"]),
    ("W104", ["trunc_deflate.xlsx", "bad_crc.xlsx", "bitflip_deflate.xlsx"]),
    ("W105", ["~$form.xlsx", ".~lock.form.xlsx#"]), ("W107", ["._form.xlsx"]),
    ("W108", ["form.xlsx.crdownload"]), ("W110", ["real_biff8.xls", "biff8_renamed.xlsx"]),
    ("W111", ["xlsb_renamed.xlsx"]), ("W113", ["numbers_renamed.xlsx"]),
    ("W114", ["csv_renamed.xlsx"]), ("W115", ["html_renamed.xlsx", "html_renamed.xls"]),
    ("W116", ["pdf_renamed.xlsx"]), ("W118", ["docx_renamed.xlsx"]),
    ("W119", ["xml2003_renamed.xls"]), ("W120", ["gzip_renamed.xlsx", "rar_renamed.xlsx"]),
    ("W122", ["folder_inside.xlsx"]), ("W125", ["encrypted_agile_school.xlsx"]),
    ("W129", ["flag_encrypted.xlsx", "zipcrypto_parts.xlsx"]), ("W130", ["xlsm_as_xlsx.xlsx"]),
    (
      "W131",
      ["encrypted_truncated.xlsx", "cfb_fat_count_lies.xlsx", "cfb_fat_loop.xlsx"]
    ),
    ("W132", ["empty_zip.xlsx"]),
    (
      "W140",
      [
        "dup_part.xlsx", "dup_part_case.xlsx", "dup_part_backslash.xlsx", "dup_part_percent.xlsx",
      ]
    ),
    ("W141", ["overlap_quoted.xlsx", "overlap_alias.xlsx"]), ("W142", ["lfh_name_differs.xlsx"]),
    ("W143", ["path_traversal.xlsx", "path_absolute.xlsx", "path_nul.xlsx"]),
    ("W144", ["prefix_garbage.xlsx"]), ("W145", ["fake_eocd_comment.xlsx"]),
    ("W146", ["method_bzip2.xlsx", "method_unknown.xlsx"]),
    ("W147", ["bomb_lying_usize.xlsx", "bomb_claims_4gb.xlsx", "zip64_sizes_huge.xlsx"]),
    ("W151", ["many_entries.xlsx"]),
    (
      "W155",
      [
        "bomb_sheet_whitespace.xlsx", "bomb_sheet_empty_cells.xlsx", "bomb_sst_one_string.xlsx",
        "xml_giant_attr.xlsx", "xml_giant_comment.xlsx",
      ]
    ),
    ("W156", ["xml_deep_nesting.xlsx"]), ("W158", ["xml_many_attrs.xlsx", "xml_many_ns.xlsx"]),
    ("W165", ["xml_not_wellformed.xlsx", "xml_invalid_utf8.xlsx", "xml_nul_and_ctl.xlsx"]),
    (
      "W166",
      [
        "xml_billion_laughs.xlsx", "xml_billion_laughs_ct.xlsx", "xml_quadratic_blowup.xlsx",
        "xml_doctype_empty.xlsx", "xml_xxe_file.xlsx", "xml_xxe_param.xlsx",
      ]
    ),
    ("W167", ["xml_utf7.xlsx"]), ("W170", ["no_content_types.xlsx"]),
    ("W171", ["rel_traversal.xlsx", "rel_missing_part.xlsx", "no_workbook_rels.xlsx"]),
    ("W172", ["rel_wrong_type.xlsx", "rel_self_loop.xlsx"]), ("W173", ["rel_file_uri.xlsx"]),
    ("W174", ["no_sheets.xlsx"]), ("W176", ["row_out_of_range.xlsx", "ref_out_of_range.xlsx"]),
    ("W180", ["trailing_garbage.xlsx", "trailing_newline.xlsx"]), ("W181", ["xml_latin1.xlsx"]),
    ("W182", ["sst_index_oob.xlsx"]), ("W183", ["row_cell_disagree.xlsx"]),
    ("W185", ["values_odd.xlsx"]), ("W188", ["style_index_oob.xlsx"]),
    ("W190", ["formula_dde_real.xlsx"]), ("W191", ["external_rels.xlsx"]),
    ("W192", ["sheet_names_bad.xlsx"]), ("W193", ["zip_many_sheets.xlsx"]),
    ("W194", ["merge_all.xlsx"]),
  ]
}
