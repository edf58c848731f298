//! A natural person who is onboarded, with what has to be handed in for them.

use std::fmt;

use florin_core::Bytes;
use florin_tradevest::types;

/// A natural person who becomes a customer, or acts for a company that does: all that is sent for them. It isn't stored anywhere;
/// hand it in again to go on after a restart, with its documents in the same order.
#[derive(Clone)]
#[must_use = "nothing happens until it is onboarded"]
pub struct Person {
    pub(super) data: types::NaturalPersonData,
    pub(super) identification: Identification,
    pub(super) papers: Vec<Paper>,
    pub(super) accounts: Vec<types::RefAccountData>,
    pub(super) labels: Vec<String>,
    pub(super) accepted: Option<Accepted>,
}

/// How it is known who the person is.
#[derive(Clone)]
#[non_exhaustive]
pub enum Identification {
    /// You have identified the person, and report it. It takes a document of type `IDENTIFICATION_CERTIFICATE`; for a minor, a
    /// `BIRTH_CERTIFICATE`.
    Own(Box<types::IdentificationData>),
    /// Tradevest's verifier does (WebID, by video): the person is sent to an address. Adults only. Document and record are made by
    /// the provider.
    ByTradevest {
        /// Where the person is sent after it.
        redirect_url: Option<String>,
    },
}

impl Identification {
    /// You have identified the person.
    #[must_use]
    pub fn own(identification: types::IdentificationData) -> Self {
        Self::Own(Box::new(identification))
    }
}

/// A document as it is uploaded: a PDF of at most 6 MB.
#[derive(Clone)]
pub struct Paper {
    pub(super) kind: types::DocumentTypeEnum,
    pub(super) name: String,
    pub(super) file: Bytes,
}

impl Paper {
    /// A document of this type, by a name of 1 to 255 characters, with the bytes of the PDF.
    pub fn new(
        kind: types::DocumentTypeEnum,
        name: impl Into<String>,
        file: impl Into<Bytes>,
    ) -> Self {
        Self {
            kind,
            name: name.into(),
            file: file.into(),
        }
    }
}

/// Which partner documents a person has accepted.
#[derive(Clone, Debug)]
pub(super) struct Accepted {
    pub(super) terms: String,
    pub(super) privacy_policy: String,
}

impl Person {
    /// A person, and how it is known who they are. The `external_id` of the data is used where there is one; see
    /// [`ExternalId`](crate::tradevest::ExternalId).
    pub const fn new(data: types::NaturalPersonData, identification: Identification) -> Self {
        Self {
            data,
            identification,
            papers: Vec::new(),
            accounts: Vec::new(),
            labels: Vec::new(),
            accepted: None,
        }
    }

    /// Adds a document of theirs.
    pub fn document(mut self, paper: Paper) -> Self {
        self.papers.push(paper);
        self
    }

    /// Adds a reference account of the customer's: what is paid out goes there. Of no use for who acts for a company.
    pub fn reference_account(mut self, account: types::RefAccountData) -> Self {
        self.accounts.push(account);
        self
    }

    /// Adds a label of the customer's. Of no use for who acts for a company.
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.labels.push(label.into());
        self
    }

    /// Says which partner documents the person **has accepted**, by their identifiers: the terms and conditions, and the privacy
    /// policy. Which ones there are to show, [`Halt::NeedsAcceptance`](super::Halt::NeedsAcceptance) says.
    pub fn accepted(mut self, terms: impl Into<String>, privacy_policy: impl Into<String>) -> Self {
        self.accepted = Some(Accepted {
            terms: terms.into(),
            privacy_policy: privacy_policy.into(),
        });
        self
    }
}

/// Shows nothing about the person.
impl fmt::Debug for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Person")
            .field("identification", &self.identification)
            .field("papers", &self.papers)
            .finish_non_exhaustive()
    }
}

/// Shows which way it is, and nothing else.
impl fmt::Debug for Identification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Own(_) => "Own",
            Self::ByTradevest { .. } => "ByTradevest",
        })
    }
}

/// Shows its type and size.
impl fmt::Debug for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Paper")
            .field("kind", &self.kind)
            .field("bytes", &self.file.len())
            .finish_non_exhaustive()
    }
}
