//! The two agents that the sandbox knows.

/// What an agent logs in with, and how it is named. These open the sandbox and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credentials {
    /// `username` of the login.
    pub username: String,
    /// `password` of the login.
    pub password: String,
    /// The agent's identifier, as its profile gives it; a UUID.
    pub agent_id: String,
}

/// One of the two agents that are known to the sandbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agent {
    /// The agent of `NEMURU_USERNAME` in what the binary prints.
    First,
    /// Another agent, to whom the first one's loans and webhooks do not exist.
    Second,
}

impl Agent {
    /// Both.
    pub const ALL: [Self; 2] = [Self::First, Self::Second];

    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::First => "1a4f1c0e-6b1d-4c57-8c61-5d1c0f8e2a01",
            Self::Second => "2b7e9d3c-4f20-4e8a-9a75-7e0b6c9d3f02",
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::First => "Academia del Puerto",
            Self::Second => "Reformas Norte",
        }
    }

    pub(super) const fn username(self) -> &'static str {
        match self {
            Self::First => "first.agent@sandbox.invalid",
            Self::Second => "second.agent@sandbox.invalid",
        }
    }

    const fn password(self) -> &'static str {
        match self {
            Self::First => "sandbox-first-password",
            Self::Second => "sandbox-second-password",
        }
    }

    pub(super) fn credentials(self) -> Credentials {
        Credentials {
            username: self.username().to_owned(),
            password: self.password().to_owned(),
            agent_id: self.id().to_owned(),
        }
    }

    pub(super) fn of_login(username: &str, password: &str) -> Option<Self> {
        let known = |agent: &Self| agent.username() == username && agent.password() == password;
        Self::ALL.into_iter().find(known)
    }
}
