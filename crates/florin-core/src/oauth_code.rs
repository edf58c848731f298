//! The error codes of OAuth 2.0 and its kin.
//!
//! Only these are shown. Any other word may be what was sent: a password of small letters looks like a code.

/// In the order of RFC 6749 (sections 4.1.2.1 and 5.2), 6750, 7009, 8628, 8707 and 9449, and OpenID Connect.
const CODES: [&str; 26] = [
    "invalid_request",
    "unauthorized_client",
    "access_denied",
    "unsupported_response_type",
    "invalid_scope",
    "server_error",
    "temporarily_unavailable",
    "invalid_client",
    "invalid_grant",
    "unsupported_grant_type",
    "invalid_token",
    "insufficient_scope",
    "unsupported_token_type",
    "authorization_pending",
    "slow_down",
    "expired_token",
    "invalid_target",
    "invalid_dpop_proof",
    "use_dpop_nonce",
    "interaction_required",
    "login_required",
    "account_selection_required",
    "consent_required",
    "invalid_request_object",
    "request_not_supported",
    "registration_not_supported",
];

/// Whether it is one of OAuth 2.0's error codes, and not a word that merely looks like one.
#[doc(hidden)]
#[must_use]
pub fn is_oauth_code(word: &str) -> bool {
    CODES.contains(&word)
}
