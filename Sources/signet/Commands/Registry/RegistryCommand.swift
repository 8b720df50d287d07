import ArgumentParser

/// `signet registry`: the live resources of a store.
struct RegistryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract: "Look at the live resources of a store, and end them.",
        discussion: """
            What is looked at belongs to users. Each call says who looks and why, and is in the \
            audit log before it prints anything.
            Example:
              signet registry tree run_01j7nsj96je00838djrfaebxg7 --database sqlite:signet.db \\
                --by olga --reason 'case 1207'
            """,
        subcommands: [
            RegistryList.self, RegistryShow.self, RegistryTree.self, RegistryNames.self,
            RegistryRelease.self, RegistryStatisticsCommand.self, RegistrySweep.self,
            RegistryWatch.self,
        ]
    )
}

/// The name of one resource.
struct ResourceArgument: ParsableArguments {
    @Argument(help: "Any name of the resource: a text of any form, a UUID, a legacy ID.")
    var name: String

    @OptionGroup var kindOption: KindOption
}
