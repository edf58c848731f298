//! The users that the sandbox knows, and which token may call what.

/// A user that is known to the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum User {
    /// A single merchant, with one line of business.
    Merchant,
    /// A broker with three partners, one of which has several lines of business.
    Broker,
}

/// What an application and one of its users log in with. These open the sandbox and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// `app_id` of the token call, and the client id of the authorization code flow.
    pub app_id: String,
    /// `app_secret` of the token call, and the client secret of the authorization code flow.
    pub app_secret: String,
    /// `login` of the token call.
    pub login: String,
    /// `password` of the token call.
    pub password: String,
}

pub(super) const APP_ID: &str = "sandbox-application";
pub(super) const APP_SECRET: &str = "sandbox-application-secret";

impl User {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Merchant, Self::Broker];

    pub(super) fn credentials(self) -> Credentials {
        let name = match self {
            Self::Merchant => "merchant",
            Self::Broker => "broker",
        };
        Credentials {
            app_id: APP_ID.to_owned(),
            app_secret: APP_SECRET.to_owned(),
            login: format!("sandbox.{name}"),
            password: format!("sandbox-{name}-password"),
        }
    }

    /// `user_id` and `user_type` of a token. The second type is the sandbox's own: only the first is documented.
    pub(super) const fn described(self) -> (i64, &'static str) {
        match self {
            Self::Merchant => (81_001, "Partner"),
            Self::Broker => (81_002, "Broker"),
        }
    }
}

/// Whose token it is, and how it was got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Identity {
    /// By login and password.
    Login(User),
    /// By the authorization code flow.
    Consent(User),
    Anonymous,
}

/// What a token may be good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Area {
    Calculator,
    /// Promo programs and subverticals.
    Catalogue,
    Invites,
    Loans,
    Partners,
    AccessLinks,
}

impl Identity {
    pub(super) const ALL: [Self; 5] = [
        Self::Login(User::Merchant),
        Self::Login(User::Broker),
        Self::Consent(User::Merchant),
        Self::Consent(User::Broker),
        Self::Anonymous,
    ];

    pub(super) const fn user(self) -> Option<User> {
        match self {
            Self::Login(user) | Self::Consent(user) => Some(user),
            Self::Anonymous => None,
        }
    }

    /// The documentation's matrix. Its "N/A", a merchant's login that asks for partners, is played as a no.
    pub(super) const fn may(self, area: Area) -> bool {
        matches!(
            (self, area),
            (Self::Consent(_), _)
                | (_, Area::Calculator | Area::Catalogue)
                | (Self::Login(_), Area::Invites)
                | (Self::Login(User::Merchant), Area::Loans)
        )
    }

    /// As a refusal names it.
    pub(super) const fn named(self) -> &'static str {
        match self {
            Self::Login(User::Merchant) => "a merchant's login",
            Self::Login(User::Broker) => "a broker's login",
            Self::Consent(_) => "the authorization code flow",
            Self::Anonymous => "nobody in particular",
        }
    }
}

impl Area {
    /// What an operation belongs to; the token call to nothing.
    pub(super) fn of(operation: &str) -> Option<Self> {
        match operation {
            "calculate_loan_options" => Some(Self::Calculator),
            "list_promo_programs" | "list_subverticals" => Some(Self::Catalogue),
            "send_direct_invite" => Some(Self::Invites),
            "list_loans" | "get_loan" | "get_loan_id_by_lead_id" => Some(Self::Loans),
            "list_partners" | "get_partner" | "get_partner_commission_totals" => {
                Some(Self::Partners)
            }
            "create_loan_access_link" | "create_partner_access_link" => Some(Self::AccessLinks),
            _ => None,
        }
    }
}
