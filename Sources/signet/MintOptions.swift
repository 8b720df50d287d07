import ArgumentParser

/// How minted IDs are written: slots, owner, form, JSON.
struct MintOptions: ParsableArguments {
    @OptionGroup var slots: SlotOptions

    @OptionGroup var form: FormOption

    @Flag(help: "Print the object of 'inspect --json' for each.")
    var json = false
}
