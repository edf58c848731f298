//! What can be read only out of a list.

use florin_core::{Error as CoreError, Operation};
use florin_tradevest::{operations, types};

use super::thing::{Described, Look, Read, absent_or_err, check_id};
use super::{Created, Status, course};
use crate::tradevest::create::Sending;
use crate::tradevest::{Client, Error, EventType, Listing};

impl Described for types::Proxy {
    const KIND: &'static str = "proxy";
    const EVENTS: &'static [EventType] = &[EventType::Proxy];

    fn course() -> &'static course::Course {
        &course::ENTITY
    }

    fn status(&self) -> Option<Status> {
        let status = self.proxy_status.as_ref().or(self.status.as_ref());
        Status::said(status?.as_str())
    }
}

/// No operation reads one proxy, and no filter of the list is documented: each reading walks it.
impl Read for types::Proxy {
    fn operation() -> &'static Operation {
        &operations::GET_PROXIES
    }

    fn look(created: &Created<Self>) -> Sending<Look<Self>> {
        let list = created.client().proxies();
        in_list(created, Self::operation(), list, |proxy, id| {
            proxy.proxy_id.as_deref() == Some(id)
        })
    }
}

#[cfg(feature = "tradevest")]
impl Described for types::TaxExemptionOrder {
    const KIND: &'static str = "tax-exemption-order";
    const EVENTS: &'static [EventType] = &[EventType::TaxExemptionOrder];

    fn course() -> &'static course::Course {
        &course::UNTOLD
    }

    fn status(&self) -> Option<Status> {
        Status::said(self.status.as_ref()?.as_str())
    }
}

#[cfg(feature = "tradevest")]
impl Read for types::TaxExemptionOrder {
    fn operation() -> &'static Operation {
        &operations::GET_TAX_EXEMPTION_ORDERS
    }

    fn look(created: &Created<Self>) -> Sending<Look<Self>> {
        let list = created
            .client()
            .tax_exemption_orders()
            .query("taxExemptionOrderId", created.id());
        in_list(created, Self::operation(), list, |order, id| {
            order.tax_exemption_order_id == id
        })
    }
}

/// The names under which a handle keeps what an offboarding of a role is listed by.
const ROLE_TYPE: &str = "offboardingRoleType";
const ROLE_ID: &str = "roleId";

impl Client {
    /// The offboarding of a customer or a proxy that was started with `start_role_offboarding`. It is read out of the list of
    /// the role's offboardings, since nothing documented reads one.
    #[must_use]
    pub fn role_offboarding(
        &self,
        offboarding_id: impl Into<String>,
        role_type: &types::RoleTypeEnum,
        role_id: impl Into<String>,
    ) -> Created<types::RoleOffboarding> {
        self.known(offboarding_id)
            .with(ROLE_TYPE, role_type.as_str())
            .with(ROLE_ID, role_id)
    }
}

impl Described for types::RoleOffboarding {
    const KIND: &'static str = "role-offboarding";
    const EVENTS: &'static [EventType] = &[EventType::Offboarding];

    fn course() -> &'static course::Course {
        &course::OFFBOARDING
    }

    fn status(&self) -> Option<Status> {
        Status::said(self.status.as_ref()?.as_str())
    }
}

impl Read for types::RoleOffboarding {
    fn operation() -> &'static Operation {
        &operations::GET_ROLE_OFFBOARDINGS
    }

    fn look(created: &Created<Self>) -> Sending<Look<Self>> {
        let created = created.clone();
        Box::pin(async move {
            let operation = Self::operation();
            check_id(created.id(), operation)?;
            let (Some(role_type), Some(role_id)) =
                (created.about(ROLE_TYPE), created.about(ROLE_ID))
            else {
                return Err(CoreError::invalid_request(
                    operation,
                    "whose offboarding it is isn't known; make the handle with Client::role_offboarding",
                ));
            };
            let mut request = created.client().api().session().request(operation);
            request.query(ROLE_TYPE, role_type).query(ROLE_ID, role_id);
            match request.send_json::<Vec<Self>, _>().await {
                Ok(list) => {
                    let mut list = list.into_inner().into_iter();
                    let found = list.find(|offboarding| offboarding.offboarding_id == created.id());
                    Ok(found.map_or_else(|| not_listed(operation), Look::There))
                }
                Err(error) => absent_or_err(error),
            }
        })
    }
}

fn in_list<T: Send + Unpin + 'static>(
    created: &Created<T>,
    operation: &'static Operation,
    list: Listing<T>,
    is_it: fn(&T, &str) -> bool,
) -> Sending<Look<T>> {
    let id = created.id().to_owned();
    Box::pin(async move {
        check_id(&id, operation)?;
        let mut items = list.items();
        while let Some(item) = items.next().await {
            match item {
                Ok(item) if is_it(&item, &id) => return Ok(Look::There(item)),
                Ok(_) => {}
                Err(error) => return absent_or_err::<T>(error),
            }
        }
        Ok(not_listed(operation))
    })
}

fn not_listed<T>(operation: &Operation) -> Look<T> {
    let error: Error =
        CoreError::unusable_answer(operation, "the one that is looked for isn't in it");
    Look::Absent(error)
}
