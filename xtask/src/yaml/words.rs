//! The words of each of OpenAPI's objects, in an order that reads well: what a thing is, then what it says, then what it
//! consists of.

use super::order::Kind;

/// A word, and the kind of what stands under it.
pub(super) type Words = &'static [(&'static str, Kind)];

/// Stands for the words that no list has, sorted: those that start with `x-`, and those of other versions.
pub(super) const OTHERS: &str = "*";

const NAMED_SCHEMAS: Kind = Kind::Names(&Kind::Schema);
const NAMED_PARAMETERS: Kind = Kind::Names(&Kind::Parameter);
const NAMED_PATHS: Kind = Kind::Names(&Kind::Path);
const NAMED_EXAMPLES: Kind = Kind::Names(&Kind::Example);
const NAMED_MEDIA: Kind = Kind::Names(&Kind::Media);
const CALLBACKS: Kind = Kind::Names(&NAMED_PATHS);

const DOCUMENT: Words = &[
    ("openapi", Kind::Any),
    ("$self", Kind::Any),
    ("jsonSchemaDialect", Kind::Any),
    ("info", Kind::Info),
    ("externalDocs", Kind::Docs),
    (OTHERS, Kind::Any),
    ("servers", Kind::Server),
    ("security", Kind::Any),
    ("tags", Kind::Tag),
    ("paths", NAMED_PATHS),
    ("webhooks", NAMED_PATHS),
    ("components", Kind::Components),
];

const INFO: Words = &[
    ("title", Kind::Any),
    ("version", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    ("termsOfService", Kind::Any),
    ("contact", Kind::Person),
    ("license", Kind::Person),
];

/// Who to ask, and under which licence.
const PERSON: Words = &[
    ("name", Kind::Any),
    ("identifier", Kind::Any),
    ("url", Kind::Any),
    ("email", Kind::Any),
];

const SERVER: Words = &[
    ("url", Kind::Any),
    ("name", Kind::Any),
    ("description", Kind::Any),
];

const TAG: Words = &[
    ("name", Kind::Any),
    ("parent", Kind::Any),
    ("kind", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    ("externalDocs", Kind::Docs),
];

const DOCS: Words = &[("url", Kind::Any), ("description", Kind::Any)];

const COMPONENTS: Words = &[
    ("securitySchemes", Kind::Names(&Kind::Security)),
    (OTHERS, Kind::Any),
    ("pathItems", NAMED_PATHS),
    ("callbacks", Kind::Names(&CALLBACKS)),
    ("parameters", NAMED_PARAMETERS),
    ("headers", NAMED_PARAMETERS),
    ("requestBodies", Kind::Names(&Kind::Body)),
    ("responses", Kind::Names(&Kind::Response)),
    ("mediaTypes", NAMED_MEDIA),
    ("links", Kind::Names(&Kind::Link)),
    ("examples", NAMED_EXAMPLES),
    ("schemas", NAMED_SCHEMAS),
];

const PATH: Words = &[
    ("$ref", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    (OTHERS, Kind::Any),
    ("servers", Kind::Server),
    ("parameters", Kind::Parameter),
    ("get", Kind::Operation),
    ("query", Kind::Operation),
    ("put", Kind::Operation),
    ("post", Kind::Operation),
    ("delete", Kind::Operation),
    ("options", Kind::Operation),
    ("head", Kind::Operation),
    ("patch", Kind::Operation),
    ("trace", Kind::Operation),
    ("additionalOperations", Kind::Names(&Kind::Operation)),
];

const OPERATION: Words = &[
    ("operationId", Kind::Any),
    ("tags", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    ("externalDocs", Kind::Docs),
    ("deprecated", Kind::Any),
    ("servers", Kind::Server),
    ("security", Kind::Any),
    (OTHERS, Kind::Any),
    ("parameters", Kind::Parameter),
    ("requestBody", Kind::Body),
    ("responses", Kind::Names(&Kind::Response)),
    ("callbacks", CALLBACKS),
];

/// Also of a header, which is a parameter without a name and a place.
const PARAMETER: Words = &[
    ("$ref", Kind::Any),
    ("name", Kind::Any),
    ("in", Kind::Any),
    ("required", Kind::Any),
    ("deprecated", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    ("style", Kind::Any),
    ("explode", Kind::Any),
    ("allowReserved", Kind::Any),
    ("allowEmptyValue", Kind::Any),
    (OTHERS, Kind::Any),
    ("schema", Kind::Schema),
    ("content", NAMED_MEDIA),
    ("example", Kind::Any),
    ("examples", NAMED_EXAMPLES),
];

const BODY: Words = &[
    ("$ref", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    ("required", Kind::Any),
    (OTHERS, Kind::Any),
    ("content", NAMED_MEDIA),
];

const RESPONSE: Words = &[
    ("$ref", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
    (OTHERS, Kind::Any),
    ("headers", NAMED_PARAMETERS),
    ("content", NAMED_MEDIA),
    ("links", Kind::Names(&Kind::Link)),
];

const MEDIA: Words = &[
    ("$ref", Kind::Any),
    (OTHERS, Kind::Any),
    ("schema", Kind::Schema),
    ("itemSchema", Kind::Schema),
    ("encoding", Kind::Names(&Kind::Encoding)),
    ("prefixEncoding", Kind::Encoding),
    ("itemEncoding", Kind::Encoding),
    ("example", Kind::Any),
    ("examples", NAMED_EXAMPLES),
];

const ENCODING: Words = &[
    ("contentType", Kind::Any),
    ("style", Kind::Any),
    ("explode", Kind::Any),
    ("allowReserved", Kind::Any),
    (OTHERS, Kind::Any),
    ("headers", NAMED_PARAMETERS),
];

const SCHEMA: Words = &[
    ("$schema", Kind::Any),
    ("$id", Kind::Any),
    ("$anchor", Kind::Any),
    ("$dynamicAnchor", Kind::Any),
    ("$ref", Kind::Any),
    ("$dynamicRef", Kind::Any),
    ("$comment", Kind::Any),
    ("title", Kind::Any),
    ("type", Kind::Any),
    ("format", Kind::Any),
    ("contentEncoding", Kind::Any),
    ("contentMediaType", Kind::Any),
    ("contentSchema", Kind::Schema),
    ("nullable", Kind::Any),
    ("deprecated", Kind::Any),
    ("readOnly", Kind::Any),
    ("writeOnly", Kind::Any),
    ("description", Kind::Any),
    ("externalDocs", Kind::Docs),
    ("const", Kind::Any),
    ("enum", Kind::Any),
    ("default", Kind::Any),
    ("multipleOf", Kind::Any),
    ("minimum", Kind::Any),
    ("exclusiveMinimum", Kind::Any),
    ("maximum", Kind::Any),
    ("exclusiveMaximum", Kind::Any),
    ("minLength", Kind::Any),
    ("maxLength", Kind::Any),
    ("pattern", Kind::Any),
    ("minItems", Kind::Any),
    ("maxItems", Kind::Any),
    ("uniqueItems", Kind::Any),
    ("minProperties", Kind::Any),
    ("maxProperties", Kind::Any),
    (OTHERS, Kind::Any),
    ("discriminator", Kind::Any),
    ("allOf", Kind::Schema),
    ("oneOf", Kind::Schema),
    ("anyOf", Kind::Schema),
    ("not", Kind::Schema),
    ("if", Kind::Schema),
    ("then", Kind::Schema),
    ("else", Kind::Schema),
    ("required", Kind::Any),
    ("properties", NAMED_SCHEMAS),
    ("patternProperties", NAMED_SCHEMAS),
    ("propertyNames", Kind::Schema),
    ("additionalProperties", Kind::Schema),
    ("unevaluatedProperties", Kind::Schema),
    ("dependentRequired", Kind::Any),
    ("dependentSchemas", NAMED_SCHEMAS),
    ("prefixItems", Kind::Schema),
    ("items", Kind::Schema),
    ("unevaluatedItems", Kind::Schema),
    ("contains", Kind::Schema),
    ("minContains", Kind::Any),
    ("maxContains", Kind::Any),
    ("xml", Kind::Any),
    ("example", Kind::Any),
    ("examples", Kind::Any),
    ("$defs", NAMED_SCHEMAS),
    ("definitions", NAMED_SCHEMAS),
];

const EXAMPLE: Words = &[
    ("$ref", Kind::Any),
    ("summary", Kind::Any),
    ("description", Kind::Any),
];

const LINK: Words = &[
    ("$ref", Kind::Any),
    ("operationId", Kind::Any),
    ("operationRef", Kind::Any),
    ("description", Kind::Any),
    (OTHERS, Kind::Any),
    ("server", Kind::Server),
];

const SECURITY: Words = &[
    ("$ref", Kind::Any),
    ("type", Kind::Any),
    ("name", Kind::Any),
    ("in", Kind::Any),
    ("scheme", Kind::Any),
    ("bearerFormat", Kind::Any),
    ("openIdConnectUrl", Kind::Any),
    ("description", Kind::Any),
    (OTHERS, Kind::Any),
    ("flows", Kind::Flows),
];

const FLOWS: Words = &[
    ("clientCredentials", Kind::Flow),
    ("authorizationCode", Kind::Flow),
    ("password", Kind::Flow),
    ("implicit", Kind::Flow),
];

const FLOW: Words = &[
    ("authorizationUrl", Kind::Any),
    ("tokenUrl", Kind::Any),
    ("refreshUrl", Kind::Any),
    ("scopes", Kind::Any),
];

const OVERLAY: Words = &[
    ("overlay", Kind::Any),
    ("info", Kind::Info),
    ("extends", Kind::Any),
    (OTHERS, Kind::Any),
    ("actions", Kind::Action),
];

const ACTION: Words = &[
    ("target", Kind::Any),
    ("description", Kind::Any),
    ("remove", Kind::Any),
    (OTHERS, Kind::Any),
    ("update", Kind::Any),
];

impl Kind {
    /// Its words.
    pub(super) fn words(self) -> Words {
        match self {
            Self::Any | Self::Names(_) => &[],
            Self::Document => DOCUMENT,
            Self::Info => INFO,
            Self::Person => PERSON,
            Self::Server => SERVER,
            Self::Tag => TAG,
            Self::Docs => DOCS,
            Self::Components => COMPONENTS,
            Self::Path => PATH,
            Self::Operation => OPERATION,
            Self::Parameter => PARAMETER,
            Self::Body => BODY,
            Self::Response => RESPONSE,
            Self::Media => MEDIA,
            Self::Encoding => ENCODING,
            Self::Schema => SCHEMA,
            Self::Example => EXAMPLE,
            Self::Link => LINK,
            Self::Security => SECURITY,
            Self::Flows => FLOWS,
            Self::Flow => FLOW,
            Self::Overlay => OVERLAY,
            Self::Action => ACTION,
        }
    }
}
