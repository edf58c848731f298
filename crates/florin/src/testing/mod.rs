//! Seeing what your code sends, with no network.
//!
//! A [`Recorder`] stands in for the network: give it to a client as its transport, run your code, and read back the
//! requests that would have left, ready for a snapshot. Tokens, secrets and personal data are replaced by their kind, so
//! that a snapshot can be committed.
//!
//! ```
//! # #[cfg(feature = "monetago")]
//! # async fn f() -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//!
//! use florin::monetago::{Client, ClientCredentials, Environment};
//! use florin::testing::Recorder;
//!
//! let recorder = Recorder::new();
//! recorder.answer("create_access_token", 200, r#"{"access_token":"t","expires_in":43200,"token_type":"Bearer"}"#);
//! let monetago = Client::builder()
//!     .environment(Environment::CustomerTest)
//!     .credentials(ClientCredentials::new("id", "secret", "audience"))
//!     .transport(Arc::new(recorder.clone()))
//!     .build()?;
//!
//! monetago.document_matches().await?;
//! println!("{}", recorder.last().ok_or("nothing was sent")?);   // insta::assert_snapshot!(…) in a test
//! # Ok(())
//! # }
//! ```

mod recorded;
mod recorder;
mod redact;

pub use recorded::Recorded;
pub use recorder::Recorder;
