//! The targets by name. Each is a file that says what it holds its input to, beyond that nothing panics.

mod dates;
mod decimal;
mod decode;
mod nemuru_callback;
mod overlay;
mod retry_after;
mod spec_generate;
mod spec_load;
mod token_answer;
mod tradevest_webhook;

pub use dates::dates;
pub use decimal::decimal;
pub use decode::{
    financeit_answer, monetago_answer, monoova_answer, nemuru_answer, tradevest_answer,
};
pub use nemuru_callback::nemuru_callback;
pub use overlay::overlay;
pub use retry_after::retry_after;
pub use spec_generate::spec_generate;
pub use spec_load::spec_load;
pub use token_answer::token_answer;
pub use tradevest_webhook::tradevest_webhook;

/// Something that reads foreign text.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name: of its function, of its folder in `corpus`, and of its program under libFuzzer.
    pub name: &'static str,
    /// Panics where a promise is broken.
    pub run: fn(&[u8]),
    /// How many inputs the short run makes, beside the kept ones.
    pub runs: u32,
}

/// All of them.
pub const ALL: [Target; 14] = [
    target("dates", dates, 8_000),
    target("decimal", decimal, 8_000),
    target("financeit_answer", financeit_answer, 1_500),
    target("monetago_answer", monetago_answer, 1_500),
    target("monoova_answer", monoova_answer, 1_500),
    target("nemuru_answer", nemuru_answer, 1_500),
    target("nemuru_callback", nemuru_callback, 4_000),
    target("overlay", overlay, 1_500),
    target("retry_after", retry_after, 3_000),
    target("spec_generate", spec_generate, 12),
    target("spec_load", spec_load, 500),
    target("token_answer", token_answer, 800),
    target("tradevest_answer", tradevest_answer, 3_000),
    target("tradevest_webhook", tradevest_webhook, 3_000),
];

const fn target(name: &'static str, run: fn(&[u8]), runs: u32) -> Target {
    Target { name, run, runs }
}
