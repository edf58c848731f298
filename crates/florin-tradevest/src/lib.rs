#![doc = include_str!("../README.md")]

include!(concat!(env!("OUT_DIR"), "/client.rs"));

/// Typed mocks of every operation, for tests with [`httpmock`](::httpmock).
#[cfg(feature = "httpmock")]
pub mod httpmock {
    include!(concat!(env!("OUT_DIR"), "/httpmock.rs"));
}
