//! A provider's folder without `provider.toml` is told, by every verb, and none takes it for a provider that is gone.

use super::tiny::{SPEC, Tiny};

#[test]
fn a_spec_without_provider_toml_is_told() {
    let tiny = Tiny::new();
    let readme = tiny.read("README.md");
    tiny.write("specs/other/openapi.yaml", SPEC);
    for verb in [
        &["check"][..],
        &["check", "other"],
        &["coverage", "--write"],
        &["diff", ".", "."],
    ] {
        let run = tiny.run(verb);
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (2, ""),
            "{verb:?}: {run:?}"
        );
        assert!(
            run.stderr.contains(
                "other/provider.toml: it is missing, and the folder has a spec in it; write it as the other providers do, or \
                 remove the folder"
            ),
            "{verb:?}: {run:?}"
        );
    }
    assert_eq!(tiny.read("README.md"), readme);
    assert_eq!(tiny.check(&["tiny"]).code, 0, "another one is as it was");
}

#[test]
fn what_a_spec_is_made_of_counts_as_one_and_other_folders_do_not() {
    for (file, text, is) in [
        ("overlay.yaml", "overlay: 1.0.0\n", true),
        ("upstream/loans.yaml", SPEC, true),
        ("loans.yaml", SPEC, true),
        ("redocly.yaml", "extends:\n  - recommended\n", false),
        ("README.md", "Rules.\n", false),
    ] {
        let tiny = Tiny::new();
        tiny.write(&format!("specs/lint/{file}"), text);
        let code = if is { 2 } else { 0 };
        assert_eq!(tiny.check(&[]).code, code, "{file}");
    }
}
