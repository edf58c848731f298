//! What entities do: be a customer, or act for one.

use florin_tradevest::{operations, types};

use super::{Client, Create, Listing};

impl Client {
    /// Makes an entity a customer. That starts no onboarding. Sent at most once, see [`Create`].
    pub fn create_customer(&self, customer: types::CustomerData) -> Create<types::Customer> {
        self.create_once::<types::CreateCustomerResult, _>(
            &operations::CREATE_ROLE_CUSTOMER,
            "look for the customer of this entity with Client::customers and the filter entityId",
            customer,
        )
    }

    /// Makes a natural person the proxy of an entity. Sent at most once, see [`Create`].
    pub fn create_proxy(&self, proxy: types::ProxyCreateData) -> Create<types::Proxy> {
        self.create_once::<types::CreateProxyResult, _>(
            &operations::CREATE_PROXY,
            "look for the proxy with Client::proxies",
            proxy,
        )
    }

    /// Starts the onboarding of a customer, with all related roles, or of a proxy. Sent at most once, see [`Create`].
    ///
    /// Nothing is checked before it is answered (second hand): the answer says that it was started and no more.
    pub fn start_onboarding(
        &self,
        onboarding: types::RoleOnboardingData,
    ) -> Create<types::RoleOnboarding> {
        self.create_once::<types::StartOnboardingResult, _>(
            &operations::START_ROLE_ONBOARDING,
            "read the customer or proxy, which is PENDING or further once its onboarding has begun",
            onboarding,
        )
    }

    /// All customers. Filters are `entityId`, `customerStatus`, `customerType` and `labels`, see [`Listing::query`].
    #[must_use]
    pub fn customers(&self) -> Listing<types::Customer> {
        self.listing::<types::Customers>(&operations::GET_ROLE_CUSTOMERS)
    }

    /// All proxies.
    #[must_use]
    pub fn proxies(&self) -> Listing<types::Proxy> {
        self.listing::<types::Proxies>(&operations::GET_PROXIES)
    }
}
