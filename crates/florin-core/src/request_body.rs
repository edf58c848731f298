//! The body of a request, and what it says that it is.

use bytes::Bytes;
use http::header::HeaderValue;
use serde::Serialize;

use crate::request::JSON;
use crate::{Multipart, PairStyle, Request, encode, key_field, query};

const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");
const OCTETS: HeaderValue = HeaderValue::from_static("application/octet-stream");

impl Request<'_> {
    /// Sets a JSON body.
    pub fn json<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        self.json_of(JSON, body)
    }

    /// Sets a JSON body of another media type, as in `application/merge-patch+json`.
    pub fn json_as<T: Serialize + ?Sized>(&mut self, media_type: &str, body: &T) -> &mut Self {
        match HeaderValue::from_str(media_type) {
            Ok(media_type) => self.json_of(media_type, body),
            Err(_) => self.no_media_type(media_type),
        }
    }

    /// Sets a form body (`application/x-www-form-urlencoded`): a list repeats its name, an object is JSON under its own.
    pub fn form<T: Serialize + ?Sized>(&mut self, body: &T) -> &mut Self {
        self.form_styled(&[], body)
    }

    /// Sets a form body in which fields of these names are written in these styles.
    pub fn form_styled<T: Serialize + ?Sized>(
        &mut self,
        styles: &[(&str, PairStyle)],
        body: &T,
    ) -> &mut Self {
        match query::form(body, styles) {
            Ok(pairs) => self.set_body(FORM, encode::form(pairs).into(), false),
            Err(error) => self.refuse(format!("the form body {error}")),
        }
        self
    }

    /// Sets a body of several parts (`multipart/form-data`).
    pub fn multipart(&mut self, form: Multipart) -> &mut Self {
        let field = self.operation.idempotency_field();
        let has_key = field.is_some_and(|field| form.has_field(field));
        match form.body() {
            Ok((media_type, body)) => self.set_body(media_type, body, has_key),
            Err(problem) => self.refuse(problem),
        }
        self
    }

    /// Sets a body of several parts: each field of an object as [`Multipart::of`] writes it.
    pub fn multipart_of<T: Serialize + ?Sized>(
        &mut self,
        media_types: &[(&str, &str)],
        body: &T,
    ) -> &mut Self {
        self.multipart(Multipart::of(media_types, body))
    }

    /// Sets a text body of the given media type.
    pub fn text(&mut self, media_type: &str, body: impl Into<String>) -> &mut Self {
        match HeaderValue::from_str(media_type) {
            Ok(media_type) => self.set_body(media_type, body.into().into(), false),
            Err(_) => return self.no_media_type(media_type),
        }
        self
    }

    /// Sets a body of bytes (`application/octet-stream`).
    pub fn bytes(&mut self, body: impl Into<Bytes>) -> &mut Self {
        self.set_body(OCTETS, body.into(), false);
        self
    }

    /// Sets a body of bytes of the given media type.
    pub fn bytes_as(&mut self, media_type: &str, body: impl Into<Bytes>) -> &mut Self {
        match HeaderValue::from_str(media_type) {
            Ok(media_type) => self.set_body(media_type, body.into(), false),
            Err(_) => return self.no_media_type(media_type),
        }
        self
    }

    fn json_of<T: Serialize + ?Sized>(&mut self, media_type: HeaderValue, body: &T) -> &mut Self {
        match encode::json(body) {
            Ok(bytes) => {
                let field = self.operation.idempotency_field();
                let has_key = field.is_some_and(|field| key_field::is_in(&bytes, field));
                self.set_body(media_type, bytes.into(), has_key);
            }
            Err(error) => self.refuse(format!("the body can't be written as JSON: {error}")),
        }
        self
    }

    fn no_media_type(&mut self, media_type: &str) -> &mut Self {
        self.refuse(format!("{media_type:?} can't be a media type"));
        self
    }
}
