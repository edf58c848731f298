//! The part of WebSocket that is HTTP (RFC 6455, section 4): what the request says, and what the answer has to.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use florin_core::Token;
use florin_core::http::header::{
    AUTHORIZATION, CONNECTION, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_EXTENSIONS, SEC_WEBSOCKET_KEY,
    SEC_WEBSOCKET_VERSION, UPGRADE,
};
use florin_core::http::{HeaderMap, HeaderValue};
use ring::digest;
use ring::rand::{SecureRandom, SystemRandom};

use super::Reason;

/// What the server adds to the key before it takes the digest.
const GUID: &[u8] = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

/// A request, and what its answer must say.
#[derive(Debug)]
pub(super) struct Handshake {
    proof: String,
}

impl Handshake {
    /// The request's headers, with the token where one is given.
    pub(super) fn begin(token: Option<&Token>) -> Result<(Self, HeaderMap), Reason> {
        let mut key = [0; 16];
        SystemRandom::new()
            .fill(&mut key)
            .map_err(|_| Reason::NotWebSocket("the system has no chance to give for a key"))?;
        let key = STANDARD.encode(key);
        let header = |text: &str| {
            HeaderValue::from_str(text)
                .map_err(|_| Reason::NotWebSocket("the token can't stand in a header"))
        };
        let mut headers = HeaderMap::new();
        headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
        headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
        headers.insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
        headers.insert(SEC_WEBSOCKET_KEY, header(&key)?);
        if let Some(token) = token {
            let mut value = header(&format!("Bearer {}", token.access().expose()))?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        Ok((Self { proof: proof(&key) }, headers))
    }

    /// Checks the headers of an answer that switched protocols.
    pub(super) fn check(&self, headers: &HeaderMap) -> Result<(), Reason> {
        let is = |name, wanted: &str| {
            let value = headers.get(name).map(HeaderValue::as_bytes);
            value.is_some_and(|value| value.eq_ignore_ascii_case(wanted.as_bytes()))
        };
        if !is(UPGRADE, "websocket") {
            return Err(Reason::NotWebSocket("it switched to another protocol"));
        }
        let accepted = headers.get(SEC_WEBSOCKET_ACCEPT).map(HeaderValue::as_bytes);
        if accepted != Some(self.proof.as_bytes()) {
            return Err(Reason::NotWebSocket(
                "the answer doesn't belong to the request; something in between may answer for it",
            ));
        }
        if headers.contains_key(SEC_WEBSOCKET_EXTENSIONS) {
            return Err(Reason::NotWebSocket(
                "it uses an extension that nobody asked for",
            ));
        }
        Ok(())
    }
}

fn proof(key: &str) -> String {
    // What the protocol wants; nothing is protected by it.
    let mut digest = digest::Context::new(&digest::SHA1_FOR_LEGACY_USE_ONLY);
    digest.update(key.as_bytes());
    digest.update(GUID);
    STANDARD.encode(digest.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_proof_is_that_of_the_rfc() {
        assert_eq!(
            proof("dGhlIHNhbXBsZSBub25jZQ=="),
            "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
        );
    }

    fn answer(handshake: &Handshake) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(UPGRADE, HeaderValue::from_static("WebSocket"));
        let proof = HeaderValue::from_str(&handshake.proof).unwrap();
        headers.insert(SEC_WEBSOCKET_ACCEPT, proof);
        headers
    }

    #[test]
    fn an_answer_has_to_belong_to_its_request() {
        let (handshake, request) = Handshake::begin(None).unwrap();
        assert!(!request.contains_key(AUTHORIZATION));
        handshake.check(&answer(&handshake)).unwrap();

        let (other, _) = Handshake::begin(None).unwrap();
        handshake.check(&answer(&other)).unwrap_err();
        let mut h2c = answer(&handshake);
        h2c.insert(UPGRADE, HeaderValue::from_static("h2c"));
        handshake.check(&h2c).unwrap_err();
        let mut deflate = answer(&handshake);
        deflate.insert(
            SEC_WEBSOCKET_EXTENSIONS,
            HeaderValue::from_static("permessage-deflate"),
        );
        handshake.check(&deflate).unwrap_err();
    }

    #[test]
    fn the_token_goes_along_and_is_shown_to_nobody() {
        let (_, request) = Handshake::begin(Some(&Token::new("quiet"))).unwrap();
        assert_eq!(request[AUTHORIZATION], "Bearer quiet");
        assert!(!format!("{request:?}").contains("quiet"));
    }
}
