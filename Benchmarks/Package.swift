// swift-tools-version: 6.3
// What reading costs, beside the floor and beside other readers: see run.py; and what making
// workbooks costs, beside the C library alone: see packs.py.
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
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
    .target(name: "Cells", swiftSettings: strict),
    .target(
      name: "Spreadsheet",
      dependencies: [
        "Cells", "CExpat", "CZip", "CXlsxWriter",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: strict + [.strictMemorySafety()]),
    .executableTarget(
      name: "Measure", dependencies: ["Cells", "Spreadsheet"], swiftSettings: strict),
    .executableTarget(name: "Floor", dependencies: ["CExpat", "CZip"]),
    .target(name: "StudyModel", dependencies: ["Cells"], swiftSettings: strict),
    .target(
      name: "Programmes",
      dependencies: ["Cells", "StudyModel", "SwiftCSV", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Workbooks", dependencies: ["Cells", "StudyModel", "Programmes", "Spreadsheet"],
      swiftSettings: strict),
    .executableTarget(
      name: "Packs",
      dependencies: ["Cells", "StudyModel", "Programmes", "Spreadsheet", "Workbooks"],
      swiftSettings: strict),
    .executableTarget(name: "PacksFloor", dependencies: ["CXlsxWriter"]),
  ]
)
