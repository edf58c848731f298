//! Creations that are made from nothing but a body.

use florin_core::Operation;
use serde::Serialize;

use super::answers::Identified;
use super::create::Answer;
use super::{Client, Create};

impl Client {
    /// A creation whose body has a place for an external id.
    pub(super) fn create_identified<B: Identified, A: Answer, T>(
        &self,
        operation: &'static Operation,
        advice: &'static str,
        body: B,
    ) -> Create<T> {
        let own = body.own();
        let problem = empty_id(&body);
        let create = Create::keyed::<A>(self, operation, advice, own, move |request, id| {
            let mut body = body.clone();
            body.put(id)?;
            request.json(&body);
            Ok(())
        });
        create.refused_for(problem)
    }

    /// A creation that is nothing but its body, which has no place for an external id. `advice` says where to look for what may
    /// have been created.
    #[cfg(feature = "tradevest-onboarding")]
    pub(super) fn create_once<A: Answer, T>(
        &self,
        operation: &'static Operation,
        advice: &'static str,
        body: impl Serialize + Send + Sync + 'static,
    ) -> Create<T> {
        let problem = empty_id(&body);
        let create = Create::plain::<A>(self, operation, advice, move |request| {
            request.json(&body);
        });
        create.refused_for(problem)
    }
}

/// What to say of a body that names something by an empty identifier. An empty external id is none, for which one is made.
fn empty_id(body: &impl Serialize) -> Option<String> {
    // What can't be written is refused when it is put into a request.
    let body = serde_json::to_value(body).ok()?;
    let mut members = body.as_object()?.iter();
    let (name, _) = members.find(|(name, value)| {
        let is_blank = value.as_str().is_some_and(|text| text.trim().is_empty());
        is_blank && name.ends_with("Id") && *name != "externalId"
    })?;
    Some(format!("its {name} is empty; give it an identifier"))
}
