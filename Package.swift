// swift-tools-version: 6.3
// The architecture: each target uses only targets named above it.
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "whatworked",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "whatworked", targets: ["whatworked"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    // Without it, a difference that a test finds is printed but does not fail the test.
    .package(url: "https://github.com/pointfreeco/xctest-dynamic-overlay", from: "1.4.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // C libraries.
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat",
      providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip",
      providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    .target(name: "CBoostMath"),
    .target(name: "CEigen"),

    // The words: no input, no output.
    .target(name: "Cells", swiftSettings: strict),
    .target(name: "StudyModel", dependencies: ["Cells"], swiftSettings: strict),
    .target(
      name: "Programmes",
      dependencies: ["Cells", "StudyModel", "SwiftCSV", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Statistics", dependencies: ["CBoostMath", "CEigen"], swiftSettings: strict),

    .target(
      name: "Markdown", dependencies: ["CMarkdown"],
      swiftSettings: strict + [.strictMemorySafety()]),

    // Workbooks in and out.
    .target(
      name: "Spreadsheet",
      dependencies: [
        "Cells", "CExpat", "CZip", "CZlib", "CXlsxWriter",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict + [.strictMemorySafety()]),
    .target(
      name: "Workbooks", dependencies: ["Cells", "StudyModel", "Programmes", "Spreadsheet"],
      swiftSettings: strict),

    // One study, then many.
    .target(
      name: "Validation", dependencies: ["Cells", "StudyModel", "Statistics"], swiftSettings: strict
    ),
    .target(
      name: "Analysis", dependencies: ["Cells", "StudyModel", "Validation", "Statistics"],
      swiftSettings: strict),
    .target(
      name: "Evidence",
      dependencies: [
        "Cells", "StudyModel", "Validation", "Analysis", "Statistics",
        .product(name: "GRDB", package: "GRDB.swift"), "SwiftCSV",
      ],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: ["Cells", "StudyModel", "Statistics", "Analysis", "Evidence", mustache],
      resources: [.embedInCode("Pages")],
      swiftSettings: strict),

    // Arguments, files, terminal.
    .executableTarget(
      name: "whatworked",
      dependencies: [
        "Cells", "StudyModel", "Programmes", "Statistics", "Markdown", "Spreadsheet",
        "Workbooks", "Validation", "Analysis", "Evidence", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Crypto", package: "swift-crypto"), "SwiftCSV",
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
  ]
)

// Tests mirror the sources.
func tests(
  of target: String, using others: [Target.Dependency] = [], excluding files: [String] = []
) -> Target {
  .testTarget(
    name: "\(target)Tests",
    dependencies: [.target(name: target), "TestSupport"] + others,
    exclude: files, swiftSettings: strict)
}

package.targets += [
  .target(
    name: "TestSupport",
    dependencies: [
      "Cells", "StudyModel", "Spreadsheet",
      .product(name: "Crypto", package: "swift-crypto"),
      .product(name: "CryptoExtras", package: "swift-crypto"),
      .product(name: "CustomDump", package: "swift-custom-dump"),
      .product(name: "IssueReportingTestSupport", package: "xctest-dynamic-overlay"),
    ],
    path: "Tests/TestSupport", swiftSettings: strict),
  tests(of: "Cells"),
  tests(of: "StudyModel", using: ["Cells"]),
  tests(of: "Programmes", using: ["Cells", "StudyModel"], excluding: ["Allocation/Reference"]),
  tests(of: "Statistics", excluding: ["Reference"]),
  tests(of: "Markdown"),
  tests(of: "Spreadsheet", using: ["Cells"]),
  tests(of: "Workbooks", using: ["Cells", "StudyModel", "Programmes", "Spreadsheet"]),
  tests(of: "Validation", using: ["Cells", "StudyModel"]),
  tests(of: "Analysis", using: ["Cells", "StudyModel", "Validation", "Statistics"]),
  tests(of: "Evidence", using: ["Cells", "StudyModel", "Analysis", "Validation", "Statistics"]),
  tests(
    of: "Reports",
    using: ["Cells", "StudyModel", "Validation", "Analysis", "Evidence", "Statistics"],
    excluding: ["Snapshots"]),
  .testTarget(
    name: "EndToEndTests",
    dependencies: [
      "whatworked", "Cells", "StudyModel", "Programmes", "Spreadsheet", "Workbooks",
      "Validation", "Analysis", "Evidence", "Reports", "TestSupport",
    ],
    swiftSettings: strict),
]
