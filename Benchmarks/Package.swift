// swift-tools-version: 6.3
// What reading costs, beside the floor and beside other readers: run.py. What grafting costs:
// grafting.py. What making workbooks costs, beside the C library alone: packs.py. What a school's
// table costs beside R: schools.R; what pooling costs beside metafor: pooling.R. How often intervals
// hold the truth: Coverage (one school) and CumulativeCoverage (many).
// The product's sources are linked in, so that nothing of them has to be public.
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // The product's own.
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
    .target(name: "CBoostMath"),
    .target(name: "CEigen"),
    .target(name: "Cells", swiftSettings: strict),
    .target(name: "StudyModel", dependencies: ["Cells"], swiftSettings: strict),
    .target(
      name: "Programmes",
      dependencies: ["Cells", "StudyModel", "SwiftCSV", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(name: "Statistics", dependencies: ["CBoostMath", "CEigen"], swiftSettings: strict),
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
    .target(
      name: "Validation", dependencies: ["Cells", "StudyModel", "Statistics"], swiftSettings: strict
    ),
    .target(
      name: "Analysis", dependencies: ["Cells", "StudyModel", "Validation", "Statistics"],
      swiftSettings: strict),

    // Reading.
    .executableTarget(
      name: "Measure", dependencies: ["Cells", "Spreadsheet"], swiftSettings: strict),
    .executableTarget(name: "Floor", dependencies: ["CExpat", "CZip"]),

    // Writing.
    .executableTarget(
      name: "Graft", dependencies: ["Cells", "Spreadsheet"], swiftSettings: strict),
    .executableTarget(name: "RawCopy", dependencies: ["CZip"]),
    .executableTarget(
      name: "Packs",
      dependencies: ["Cells", "StudyModel", "Programmes", "Spreadsheet", "Workbooks"],
      swiftSettings: strict),
    .executableTarget(name: "PacksFloor", dependencies: ["CXlsxWriter"]),

    // One school.
    .executableTarget(name: "Coverage", dependencies: ["Statistics"], swiftSettings: strict),
    .target(name: "MadeUp", dependencies: ["Cells", "StudyModel"], swiftSettings: strict),
    // Whether tiny and constant data give a result or a reason.
    .executableTarget(
      name: "Degenerate",
      dependencies: ["Analysis", "Cells", "MadeUp", "Statistics", "StudyModel", "Validation"],
      swiftSettings: strict),
    .executableTarget(
      name: "Schools",
      dependencies: ["Analysis", "Cells", "MadeUp", "Statistics", "StudyModel", "Validation"],
      swiftSettings: strict),

    // Many schools.
    .executableTarget(
      name: "CumulativeCoverage", dependencies: ["Statistics"], swiftSettings: strict),
    .executableTarget(name: "PoolingTimes", dependencies: ["Statistics"], swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
