//! Papers of persons, companies, customers and proxies: uploading and listing them.

use florin_core::{Bytes, FilePart, Multipart};
use florin_tradevest::{operations, types};

use super::answers::Identified;
use super::found::{self, AnyPage};
use super::{Client, Create, Listing};

/// The most bytes of a file: 6 MB (second hand), in the larger reading of that, so that none is refused here that would be taken.
pub const DOCUMENT_LIMIT: usize = 6 << 20;

impl Client {
    /// Uploads a document: a PDF of at most 6 MB (second hand), of which only the bytes are needed. A larger one, and what doesn't
    /// begin like a PDF, is refused before anything is sent.
    ///
    /// The `external_id` of the data is kept where it has one, and made where it hasn't; see [`Create`]. After a 409 in doubt, the
    /// document is looked for among those of its resource, and compared by what was said of it; the file itself isn't read.
    pub fn upload_document(
        &self,
        document: types::DocumentData,
        file: impl Into<Bytes>,
    ) -> Create<types::Document> {
        let file = file.into();
        let problem = problem(&file);
        let own = document.own();
        let asked = serde_json::to_value(&document).unwrap_or_default();
        let file = FilePart::new("document.pdf", file).media_type("application/pdf");
        Create::keyed::<types::CreateDocumentResult>(
            self,
            &operations::UPLOAD_DOCUMENT_V2,
            "look for the document with Client::documents",
            own,
            move |request, id| {
                let mut document = document.clone();
                document.put(id)?;
                let mut form = Multipart::new();
                form.json("document", &document).file("file", file.clone());
                request.multipart(form);
                Ok(())
            },
        )
        .refused_for(problem)
        .found_by(move |client, id| {
            let list = client
                .listing::<AnyPage>(&operations::GET_DOCUMENTS_V2)
                .query("resourceType", &asked["resourceType"])
                .query("resourceId", &asked["resourceId"]);
            found::in_list(list, "documentId", id, asked.clone())
        })
    }

    /// The documents of one person, company, panel user, customer or proxy. Filters are `docType`, `startDate`, `endDate` and
    /// `searchText`, see [`Listing::query`].
    #[must_use]
    pub fn documents(
        &self,
        resource_type: types::DocumentResourceTypeEnum,
        resource_id: impl Into<String>,
    ) -> Listing<types::Document> {
        self.listing::<types::Documents>(&operations::GET_DOCUMENTS_V2)
            .query("resourceType", resource_type)
            .query("resourceId", resource_id.into())
    }

    /// The partner's own documents, which customers accept. Filters are `isValid` and `documentType`, see [`Listing::query`].
    #[must_use]
    pub fn partner_documents(&self) -> Listing<types::PartnerDocument> {
        self.listing::<types::PartnerDocuments>(&operations::GET_PARTNER_DOCUMENTS)
    }
}

/// Why the provider wouldn't take the file.
fn problem(file: &[u8]) -> Option<String> {
    if !file.starts_with(b"%PDF") {
        return Some(
            "the file isn't a PDF: it doesn't begin with %PDF; give the bytes of a PDF as they are"
                .to_owned(),
        );
    }
    (file.len() > DOCUMENT_LIMIT).then(|| {
        format!(
            "the file has {} bytes, and at most 6 MB ({DOCUMENT_LIMIT} bytes) are taken; make it smaller",
            file.len()
        )
    })
}
