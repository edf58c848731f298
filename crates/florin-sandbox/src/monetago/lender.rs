//! The two lenders that the sandbox knows.

/// One of the two lenders that are known to the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lender {
    /// The lender of `MONETAGO_CLIENT_ID` in what the binary prints.
    First,
    /// Another lender, whose documents can collide with the first one's.
    Second,
}

impl Lender {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];
}

/// What a lender gets from the provider. These open the sandbox and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// `client_id` of the token request.
    pub client_id: String,
    /// `client_secret` of the token request.
    pub client_secret: String,
    /// `audience` of the token request.
    pub audience: String,
    /// The lender's own `submitting_financial_institution_identification`, a BIC. The sandbox accepts any other as well: that
    /// a token is bound to an institution is undocumented.
    pub institution: String,
}

pub(super) fn credentials(lender: Lender) -> Credentials {
    let (name, institution) = match lender {
        Lender::First => ("first", "FRSTSGSGXXX"),
        Lender::Second => ("second", "SCNDSGSGXXX"),
    };
    Credentials {
        client_id: format!("sandbox-{name}-lender"),
        client_secret: format!("sandbox-{name}-secret"),
        audience: "https://sandbox.invalid/monetago".to_owned(),
        institution: institution.to_owned(),
    }
}
