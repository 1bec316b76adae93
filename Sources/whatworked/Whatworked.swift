import ArgumentParser

@main
struct Whatworked: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "whatworked")
}
