// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the design: arrows point only to rooms listed above it.
func room(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name), "TestSupport"] + dependencies,
        swiftSettings: settings
    )
}

let package = Package(
    name: "ariadne",
    products: [
        .executable(name: "ariadne", targets: ["ariadne"])
    ],
    targets: [
        .systemLibrary(name: "CEpoll"),
        room("GreekText"),
        room("YAML"),
        room("Understanding", uses: ["GreekText", "YAML"]),
        room("Procedures", uses: ["GreekText"]),
        room("Dialogue", uses: ["GreekText", "YAML", "Understanding", "Procedures"]),
        room("HelpDesk", uses: ["GreekText", "Dialogue"]),
        room("Transcripts", uses: ["GreekText", "Dialogue"]),
        room("WebServer", uses: ["CEpoll"]),
        room(
            "Portal",
            uses: ["GreekText", "Understanding", "Procedures", "Dialogue", "HelpDesk", "Transcripts", "WebServer"]
        ),
        .executableTarget(
            name: "ariadne",
            dependencies: [
                "GreekText", "YAML", "Understanding", "Procedures", "Dialogue", "HelpDesk", "Transcripts", "WebServer",
                "Portal",
            ],
            swiftSettings: settings
        ),
        .target(
            name: "TestSupport",
            dependencies: ["Understanding"],
            path: "Tests/TestSupport",
            swiftSettings: settings
        ),
        tests(of: "GreekText"),
        .testTarget(
            name: "YAMLTests",
            dependencies: ["YAML", "TestSupport"],
            exclude: ["Cases"],
            swiftSettings: settings
        ),
        tests(of: "Understanding", uses: ["GreekText", "YAML"]),
        tests(of: "Procedures", uses: ["GreekText"]),
        tests(of: "Dialogue", uses: ["GreekText", "YAML", "Understanding", "Procedures"]),
        tests(of: "HelpDesk", uses: ["GreekText", "Dialogue"]),
        tests(of: "Transcripts", uses: ["Dialogue"]),
        tests(of: "WebServer"),
        tests(of: "Portal", uses: ["WebServer", "Dialogue", "HelpDesk", "Transcripts", "Understanding"]),
        .testTarget(name: "AriadneTests", dependencies: ["ariadne"], swiftSettings: settings),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["ariadne", "TestSupport"],
            exclude: ["Content"],
            swiftSettings: settings
        ),
    ]
)
