// swift-tools-version: 6.3
// What reading and grafting cost, beside the floor and beside other programs: see run.py and
// grafting.py.
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
  dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.0.0")],
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
    .executableTarget(name: "Graft", dependencies: ["Cells", "Spreadsheet"], swiftSettings: strict),
    .executableTarget(name: "RawCopy", dependencies: ["CZip"]),
  ]
)
