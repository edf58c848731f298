//! Every fault against every kind of call of every provider, over real sockets: what the caller is told, what the provider saw,
//! and how often it was done there. What comes out is `docs/fault-matrix.md`.
//!
//! The table is made by this test: with `BLESS=1` it is written, without it is compared, and a cell that has changed shows as a
//! diff. Beside it stand rules that hold for every cell (`rules.rs`); one that breaks them fails the test whatever the table says.
//! `FAULT_MATRIX=nemuru` runs the cells alone whose subject, provider or fault has that in its name, and prints them.
//!
//! One more subject is a module with a function that returns a [`Subject`](subject::Subject), and a line in [`subjects`].
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

mod cell;
mod deliveries;
mod desk;
mod elsewhere;
mod faults;
mod gate;
mod keyed;
mod listing;
mod never;
mod page;
mod poll;
mod posted;
mod prices;
mod read;
mod rules;
mod run;
mod socket_faults;
mod stand_in;
mod strike;
mod subject;
mod token;
mod webhook;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// More than all cells together hold at a time, and much less than one of the large answers.
const MEGABYTES: f32 = 700.0;

/// In the order of the document.
fn subjects() -> Vec<subject::Subject> {
    vec![
        read::subject(),
        keyed::subject(),
        never::subject(),
        token::first(),
        token::refresh(),
        poll::subject(),
        listing::subject(),
        webhook::subject(),
        deliveries::subject(),
        prices::handshakes(),
        prices::frames(),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_goes_wrong_nothing_is_doubled_and_the_caller_is_told_the_truth() {
    let only = std::env::var("FAULT_MATRIX").ok();
    let outcome = run::every_cell(subjects(), only.as_deref()).await;
    if only.is_some() {
        outcome.print();
    }
    let broken = outcome.broken();
    assert!(
        broken.is_empty(),
        "cells break the rules:\n{}",
        broken.join("\n")
    );
    let peak = MEMORY.peak_usage_as_mb();
    assert!(peak < MEGABYTES, "{peak} MB were held at once");
    if only.is_none() {
        page::settle(&page::written(&outcome));
    }
}
