//! Every construct that the generator makes has a place in a surface: read from all of its goldens.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that can't go on says so by a panic"
)]

use std::path::Path;

use florin_codegen::{Source, generate, passes};
use xtask::surface::Surface;

fn of(spec: &str) -> Surface {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../crates/florin-codegen/tests")
        .join(spec);
    let text = std::fs::read_to_string(path).unwrap();
    let made = generate(&Source {
        name: spec,
        text: &text,
        httpmock: false,
    })
    .unwrap();
    Surface::of(&made).unwrap_or_else(|problem| panic!("{spec}: {problem}"))
}

#[test]
fn everything_that_the_generator_makes_is_known() {
    for pass in passes().into_iter().chain(["mixed_3_1"]) {
        let surface = of(&format!("passes/{pass}.yaml"));
        println!("## {pass}\n{surface}");
        assert!(
            !surface.operations.is_empty() || !surface.types.is_empty(),
            "{pass}"
        );
    }
    of("mixed.yaml");
}
