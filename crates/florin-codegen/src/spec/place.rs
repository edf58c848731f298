//! What stands where in a document: which objects are schemas, parameters, answers and so on, and which are only values.
//!
//! A `$ref` is a reference only where OpenAPI knows the object that it stands in. A property may be called `$ref`, and an
//! example may have one.

mod visit;

pub(crate) use visit::{Fate, each_reference, more};

use serde_json::Value;

/// What a place in a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// An object of this kind.
    One(Kind),
    /// An object whose keys are names, and whose values are such objects.
    Named(Kind),
    /// A list of such objects.
    List(Kind),
    /// An example, a default, a word of somebody's own: any value.
    Value,
}

/// The objects that OpenAPI knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Parameter,
    Body,
    Response,
    Header,
    Media,
    Encoding,
    Schema,
    Example,
    Link,
    Callback,
    Security,
}

use Place::{List, Named, One};

impl Place {
    /// What is under a key, or in a place of a list.
    pub(crate) fn inner(self, key: &str) -> Self {
        match self {
            One(kind) => kind.inner(key),
            Named(Kind::PathItem | Kind::Response) if key.starts_with("x-") => Self::Value,
            Named(kind) | List(kind) => One(kind),
            Self::Value => Self::Value,
        }
    }

    /// The same where the value is a list though an object belongs there, as in `items: [...]`.
    pub(crate) const fn holding(self, value: &Value) -> Self {
        match (self, value) {
            (One(kind), Value::Array(_)) => List(kind),
            _ => self,
        }
    }
}

impl Kind {
    #[rustfmt::skip]
    fn inner(self, key: &str) -> Place {
        match (self, key) {
            (Self::Document, "paths" | "webhooks") => Named(Self::PathItem),
            (Self::Document, "components") => One(Self::Components),
            (Self::Document | Self::Schema, "definitions" | "$defs") => Named(Self::Schema),
            (Self::Components, "schemas") => Named(Self::Schema),
            (Self::Components, "parameters") => Named(Self::Parameter),
            (Self::Components, "requestBodies") => Named(Self::Body),
            (Self::Components | Self::Operation, "responses") => Named(Self::Response),
            (Self::Components | Self::Response | Self::Encoding, "headers") => Named(Self::Header),
            (Self::Components | Self::Response, "links") => Named(Self::Link),
            (Self::Components | Self::Operation, "callbacks") => Named(Self::Callback),
            (Self::Components, "securitySchemes") => Named(Self::Security),
            (Self::Components, "pathItems") => Named(Self::PathItem),
            (Self::Components, "mediaTypes") => Named(Self::Media),
            (Self::Components | Self::Media | Self::Parameter | Self::Header, "examples") => Named(Self::Example),
            (Self::PathItem | Self::Operation, "parameters") => List(Self::Parameter),
            (Self::PathItem, "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace" | "query") => One(Self::Operation),
            (Self::PathItem, "additionalOperations") => Named(Self::Operation),
            (Self::Operation, "requestBody") => One(Self::Body),
            (Self::Parameter | Self::Header | Self::Body | Self::Response, "content") => Named(Self::Media),
            (Self::Parameter | Self::Header | Self::Media, "schema") | (Self::Media, "itemSchema") => One(Self::Schema),
            (Self::Media, "encoding") => Named(Self::Encoding),
            (Self::Callback, _) => One(Self::PathItem),
            (Self::Schema, "properties" | "patternProperties" | "dependentSchemas") => Named(Self::Schema),
            (Self::Schema, "allOf" | "oneOf" | "anyOf" | "prefixItems" | "x-holds") => List(Self::Schema),
            (Self::Schema, "items" | "additionalProperties" | "additionalItems" | "not" | "if" | "then" | "else"
                | "contains" | "propertyNames" | "unevaluatedItems" | "unevaluatedProperties" | "contentSchema") => One(Self::Schema),
            _ => Place::Value,
        }
    }

    /// The section of `components` that has such objects.
    pub(crate) const fn section(self) -> Option<&'static str> {
        Some(match self {
            Self::Schema => "schemas",
            Self::Parameter => "parameters",
            Self::Body => "requestBodies",
            Self::Response => "responses",
            Self::Header => "headers",
            Self::Link => "links",
            Self::Callback => "callbacks",
            Self::Security => "securitySchemes",
            _ => return None,
        })
    }

    /// As in `where a schema belongs`.
    pub(crate) const fn what(self) -> &'static str {
        match self {
            Self::Document => "a document",
            Self::Components => "the components",
            Self::PathItem => "a path item",
            Self::Operation => "an operation",
            Self::Parameter => "a parameter",
            Self::Body => "a request body",
            Self::Response => "a response",
            Self::Header => "a header",
            Self::Media => "a media type",
            Self::Encoding => "an encoding",
            Self::Schema => "a schema",
            Self::Example => "an example",
            Self::Link => "a link",
            Self::Callback => "a callback",
            Self::Security => "a security scheme",
        }
    }
}
