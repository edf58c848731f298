//! What a surface is made of: operations, types, and what of the spec the client has not.
//!
//! Types are spelled as users write them: `Option<Vec<types::Loan>>`, `florin_core::Decimal`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::head::Wants;

/// A method of the client, and the request that it builds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Operation {
    /// The `operationId`, as errors and traces name it.
    pub id: String,
    /// The method of `Client`.
    pub method: String,
    /// The HTTP method, as in `GET`.
    pub http: String,
    /// The path below the base URL, with placeholders.
    pub path: String,
    /// The name of the host it lives on, where that isn't the base URL.
    pub server: Option<String>,
    /// Whether it is sent without a token.
    pub public: bool,
    /// Who authorises it, where that isn't as for the others.
    pub wants: Option<Wants>,
    /// The cargo feature that it needs.
    pub feature: Option<String>,
    /// What may be repeated, and how the provider knows a repeat.
    pub retry: Retry,
    /// How sure the spec is of it, where it says so.
    pub provenance: Option<Provenance>,
    /// The header that a client may have for all requests.
    pub client_header: Option<ClientHeader>,
    /// Whether a success may come without a body.
    pub may_be_empty: bool,
    /// The media types that it asks for, where they aren't JSON alone.
    pub accepts: Option<String>,
    /// Whether a redirect is its success.
    pub redirects: bool,
    /// What is sent without being an argument, as in `query status=open`.
    pub fixed: Vec<String>,
    /// Its arguments without the body, by place and setter.
    pub parameters: Vec<Parameter>,
    /// Its body.
    pub body: Option<Body>,
    /// The type of what it answers.
    pub success: String,
    /// The type of its errors' bodies.
    pub error: String,
    /// Whether its documentation calls it deprecated.
    pub deprecated: bool,
    /// What the spec tells of it.
    pub doc: String,
    /// What the spec tells of its answers, a line for each.
    pub answers: Vec<String>,
}

/// What may be repeated after a failure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Retry {
    /// `safe`, `keyed` or `never`.
    pub class: String,
    /// The header that carries the idempotency key.
    pub key_header: Option<String>,
    /// The field of the body by which the provider knows a repeat.
    pub key_field: Option<String>,
    /// Whether the provider stores its first answer under the key.
    pub replays: bool,
    /// The status that means that the first request is still being worked on.
    pub in_progress: Option<String>,
}

/// How sure the spec is: `documented`, `inferred` or `undocumented`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// Of the method and path.
    pub path: String,
    /// Of what it takes, where it takes anything.
    pub request: Option<String>,
    /// Of what it answers.
    pub response: String,
}

/// A header that a client may have for all requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClientHeader {
    /// Its name.
    pub name: String,
    /// Whether a request without it is refused.
    pub required: bool,
}

/// An argument that is no body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// The setter on the request.
    pub name: String,
    /// What it is called on the wire.
    pub wire: String,
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    /// How it is written, where that isn't the plain way: `DeepObject`, `Comma`.
    pub style: Option<String>,
    /// What its setter takes.
    pub ty: String,
    /// Whether a request without it is refused before it is sent.
    pub required: bool,
    /// `secret` or `personal`, where it must not be shown.
    pub sensitive: Option<String>,
    /// What the spec tells of it.
    pub doc: String,
}

/// A body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Body {
    /// What its setter takes.
    pub ty: String,
    /// How it is sent: `json`, `form`, `text text/csv`, `bytes`, `multipart`.
    pub media: String,
    /// Whether it can be changed in place by its builder (`body_map`).
    pub builder: bool,
    /// Whether a request without it is refused before it is sent.
    pub required: bool,
    /// What the spec tells of it.
    pub doc: String,
}

/// A type of the module `types`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Type {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether it is in something that an operation takes.
    pub sent: bool,
    /// Whether it is in something that an operation answers. What is neither sent nor read is what the provider sends by itself.
    pub read: bool,
    /// Whether all of it must not be shown.
    pub sensitive: bool,
    /// What it implements: `Clone`, `Default`, `From<String>`, `Into<String>`.
    pub traits: BTreeSet<String>,
    /// Its own functions.
    pub functions: BTreeSet<String>,
    /// What the spec tells of it.
    pub doc: String,
}

/// What a type is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Fields, by name.
    Struct {
        /// By name.
        fields: Vec<Field>,
    },
    /// A type around another one, whose value it holds as `.0`.
    Wrapper {
        /// The other one.
        inner: String,
    },
    /// A text with limits.
    Text {
        /// How many characters it has, as a range.
        limits: String,
    },
    /// A list of texts.
    List {
        /// By variant.
        values: Vec<Value>,
        /// The variant for values that the spec doesn't list; where there is none, there are none.
        unlisted: Option<String>,
        /// Whether a `match` on it needs no arm for what comes new.
        exhaustive: bool,
    },
    /// One of several: a union, or what an operation answers.
    Choice {
        /// By variant.
        alternatives: Vec<Alternative>,
        /// The field that tells them apart.
        tag: Option<String>,
        /// Whether a `match` on it needs no arm for what comes new.
        exhaustive: bool,
    },
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it is called on the wire; `None` where it holds what the spec doesn't name.
    pub wire: Option<String>,
    /// Its type.
    pub ty: String,
    /// Whether its builder wants it.
    pub required: bool,
    /// Whether it has to be there, if only as `null`.
    pub nullable: bool,
    /// Whether it must not be shown.
    pub sensitive: bool,
    /// What the spec tells of it.
    pub doc: String,
}

/// A value of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Value {
    /// Its variant.
    pub name: String,
    /// The text on the wire.
    pub wire: String,
    /// Further texts that are read as it.
    pub also: Vec<String>,
    /// What the spec tells of it.
    pub doc: String,
}

/// An alternative of a choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// Its variant.
    pub name: String,
    /// What it holds.
    pub holds: Vec<String>,
    /// When it is this one: the values of the tag, or the status.
    pub when: String,
    /// Whether it must not be shown.
    pub sensitive: bool,
    /// What the spec tells of it.
    pub doc: String,
}
