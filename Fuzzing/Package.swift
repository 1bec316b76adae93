// swift-tools-version: 6.3
// Feeds the readers with whatever libFuzzer thinks of: see run.
// The product's sources are linked in, so that nothing of them has to be public.
import PackageDescription

let fuzzed: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library", "-enable-testing"]),
]

let package = Package(
  name: "Fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: "https://github.com/apple/swift-crypto", from: "4.0.0")],
  targets: [
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CZip", pkgConfig: "libzip"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter"),
    .target(name: "Cells", swiftSettings: fuzzed),
    .target(
      name: "Spreadsheet",
      dependencies: [
        "Cells", "CExpat", "CZip", "CZlib", "CXlsxWriter",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: fuzzed + [.strictMemorySafety()]),
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "Fuzz", dependencies: ["Cells", "Spreadsheet", "CLibFuzzer"], swiftSettings: fuzzed,
      linkerSettings: [
        .unsafeFlags(["-sanitize=fuzzer,address"]),
        .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
      ]),
  ]
)
