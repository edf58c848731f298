//! Seeing what your code sends, with no network.
//!
//! A [`Recorder`] stands in for the network: give your code a client that speaks to it, and read back the requests that
//! would have left, ready for a snapshot. Tokens, secrets and personal data are replaced by their kind, so that a snapshot
//! can be committed.
//!
//! ```
//! # #[cfg(feature = "monetago")]
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use florin::testing::Recorder;
//!
//! let recorder = Recorder::new();
//! recorder.answer("search_document_matches", 200, "[]");
//! let monetago = recorder.monetago().build()?;
//!
//! monetago.document_matches().await?; // your code, with this client
//!
//! let sent = recorder.last().ok_or("nothing was sent")?;
//! assert_eq!(
//!     sent.to_string(), // in a test: insta::assert_snapshot!(sent)
//!     "GET https://api.uat.securefinancing.com/v1/document-matches\n\
//!      accept: application/json\n\
//!      authorization: Bearer [secret]\n\
//!      user-agent: florin/[version]"
//! );
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "monetago"))]
//! # fn main() {}
//! ```
//!
//! For the failures of a network (lost answers, delays, resets) take the sandbox; to match requests by type, the feature
//! `httpmock` of the provider's crate.

#[cfg(feature = "financeit")]
mod financeit;
#[cfg(feature = "monetago")]
mod monetago;
#[cfg(feature = "monoova")]
mod monoova;
#[cfg(feature = "nemuru")]
mod nemuru;
mod recorded;
mod recorder;
mod redact;
#[cfg(feature = "tradevest-base")]
mod tradevest;

pub use recorded::Recorded;
pub use recorder::Recorder;
