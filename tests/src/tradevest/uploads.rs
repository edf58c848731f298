//! An upload, which is a form of a JSON part and a file.

use florin::core::FilePart;
use florin::tradevest::types;

use super::call::{Call, Sent, call};

/// The one upload that there is.
#[must_use]
pub fn upload() -> Call {
    Call::new(
        "upload_document_v2",
        call!(@body upload_document_v2 types::DocumentData),
        call!(@answer made "documentId"),
        |client, body| {
            Box::pin(async move {
                let document = match serde_json::from_str::<types::DocumentData>(&body) {
                    Ok(document) => document,
                    Err(error) => unreachable!("requests/upload_document_v2.json: {error}"),
                };
                let file = FilePart::new("canary7f3a.pdf", "%PDF canary7f3a");
                let body = types::DocumentUpload {
                    document,
                    file: file.media_type("application/pdf"),
                };
                let shown = format!("{body:?} {body:#?}");
                Sent::new(
                    shown,
                    client.api().upload_document_v2().body(body).send().await,
                )
            })
        },
    )
}
