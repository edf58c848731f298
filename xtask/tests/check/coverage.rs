//! `cargo xtask coverage`, and README's table that is made of it.

use super::tiny::Tiny;

const TABLE: &str = "<!-- providers -->\n\
    | provider | what for | operations | of these, path documented | inferred | guessed | in the facade | documented answers decoded | feature |\n\
    | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n\
    | [Tiny Bank](crates/florin-tiny) | a loan \\| for tests | 3 | 2 | 1 | 0 | 1 | 1 of 2 | `tiny` |\n\
    <!-- /providers -->";

#[test]
fn each_operation_has_a_row_with_what_is_known_of_it() {
    let run = Tiny::new().run(&["coverage", "tiny"]);
    assert_eq!(run.code, 0, "{run:?}");
    for row in [
        "| tiny | 3 | 2 | 1 | 0 | 1 | 3 | 3 | 1 of 2 |",
        "| `create_loan` | documented | documented | inferred | **no** | yes | yes | nothing to decode |",
        "| `create_token` | documented | documented | documented | **no** | yes | yes | **no** |",
        "| `get_loan` | inferred | documented | documented | yes | yes | yes | yes |",
    ] {
        assert!(
            run.stdout.lines().any(|line| line == row),
            "{row}\n{}",
            run.stdout
        );
    }
}

#[test]
fn coverage_is_told_as_json_too() {
    let run = Tiny::new().run(&["coverage", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(told["tiny"]["sums"]["operations"], 3);
    assert_eq!(told["tiny"]["operations"][2]["operation"], "get_loan");
    assert_eq!(
        told["tiny"]["operations"][0]["sample"],
        serde_json::Value::Null
    );
}

#[test]
fn readmes_table_is_written_between_its_marks() {
    let tiny = Tiny::new();
    assert_eq!(
        tiny.read("README.md"),
        format!("# Florin\n\n{TABLE}\n\nMore.\n")
    );
    assert_eq!(
        tiny.run(&["coverage", "--write"]).stdout,
        "README.md is up to date\n"
    );
}

#[test]
fn a_table_that_is_stale_is_found_where_all_providers_are_checked() {
    let tiny = Tiny::new();
    tiny.edit("README.md", "| 3 | 2 | 1 |", "| 4 | 2 | 1 |");
    let run = tiny.check(&[]);
    let found = "README.md: providers: <!-- providers -->: the table isn't what the specs and the code make it; run `cargo xtask \
                 coverage --write`\n";
    assert_eq!((run.code, run.stdout.as_str()), (1, found));
    assert_eq!(tiny.check(&["tiny"]).code, 0);
    tiny.edit("README.md", "<!-- /providers -->", "");
    assert_eq!(tiny.run(&["coverage", "--write"]).code, 2);
    tiny.remove("README.md");
    assert_eq!(
        tiny.check(&[]).code,
        0,
        "a workspace without README has no table"
    );
}

#[test]
fn providers_keep_their_order_in_the_table_and_a_new_one_comes_last() {
    let tiny = Tiny::new();
    for name in ["alpha", "zeta"] {
        let settings = tiny.read("specs/tiny/provider.toml").replace("Tiny", name);
        tiny.write(&format!("specs/{name}/provider.toml"), &settings);
        let spec = tiny.read("specs/tiny/openapi.yaml");
        tiny.write(&format!("specs/{name}/openapi.yaml"), &spec);
    }
    assert_eq!(tiny.run(&["coverage", "--write"]).code, 0);
    let readme = tiny.read("README.md");
    let at = |name: &str| readme.find(&format!("crates/florin-{name})")).unwrap();
    assert!(
        at("tiny") < at("alpha") && at("alpha") < at("zeta"),
        "{readme}"
    );
}
