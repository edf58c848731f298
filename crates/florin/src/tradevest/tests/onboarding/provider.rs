//! A provider that keeps what it is sent, and whose answers can be lost.

use std::sync::{Arc, Mutex};

use super::*;

/// Clones share everything.
#[derive(Clone)]
pub(super) struct Provider {
    pub(super) network: Scripted,
    world: Arc<Mutex<World>>,
}

#[derive(Default)]
struct World {
    things: Vec<Thing>,
    /// The answer to the next request of this operation is lost, after it was carried out.
    loses: Option<String>,
    /// The next request of this operation is refused, and nothing comes of it.
    refuses: Option<(String, u16)>,
    /// External ids of what is gone.
    used_up: Vec<Value>,
    /// What is found in a status of its own: kind and status.
    statuses: Vec<(&'static str, &'static str)>,
    /// How the list of a kind is written otherwise.
    lists: Vec<(&'static str, Retell)>,
}

/// Writes the answer to a list otherwise.
pub(super) type Retell = Box<dyn Fn(&mut Value) + Send>;

struct Thing {
    kind: &'static str,
    id: String,
    data: Value,
}

/// What each creation makes, the field of its identifier, and the field of its status.
const KINDS: [(&str, &str, &str, &str); 10] = [
    (
        "create_entity_natural_person",
        "person",
        "naturalPersonId",
        "naturalPersonStatus",
    ),
    (
        "create_entity_legal_entity",
        "company",
        "legalEntityId",
        "legalEntityStatus",
    ),
    (
        "create_legal_representative",
        "representative",
        "legalRepresentativeId",
        "legalRepresentativeStatus",
    ),
    (
        "create_beneficial_owner",
        "owner",
        "beneficialOwnerId",
        "status",
    ),
    (
        "create_role_customer",
        "customer",
        "customerId",
        "customerStatus",
    ),
    ("upload_document_v2", "document", "documentId", "status"),
    ("create_proxy", "proxy", "proxyId", "proxyStatus"),
    (
        "create_identification_verification",
        "verification",
        "identificationVerificationId",
        "status",
    ),
    (
        "start_role_onboarding",
        "onboarding",
        "onboardingId",
        "status",
    ),
    ("sign_document_v2", "signature", "signatureId", "status"),
];

impl Provider {
    pub(super) fn new() -> Self {
        let world = Arc::<Mutex<World>>::default();
        let shared = Arc::clone(&world);
        let network = with_tokens(move |sent| {
            let mut world = shared.lock().unwrap();
            let refused = world.refuses.take_if(|told| told.0 == sent.operation);
            if let Some((_, status)) = refused {
                return (status, "{}".to_owned());
            }
            let answer = world.answer(sent);
            match world.loses.take_if(|lost| *lost == sent.operation) {
                Some(_) => (503, String::new()),
                None => answer,
            }
        });
        Self { network, world }
    }

    pub(super) fn lose(&self, operation: &str) {
        self.world.lock().unwrap().loses = Some(operation.to_owned());
    }

    pub(super) fn refuse(&self, operation: &str, status: u16) {
        self.world.lock().unwrap().refuses = Some((operation.to_owned(), status));
    }

    /// Things of this kind turn `INVALID` and are removed, which leaves their external ids used up.
    pub(super) fn purge(&self, kind: &str) {
        let world = &mut *self.world.lock().unwrap();
        let gone = world.things.extract_if(.., |thing| thing.kind == kind);
        let ids = gone.map(|thing| thing.data["externalId"].clone());
        world.used_up.extend(ids);
    }

    /// Things of this kind are found in this status from now on.
    pub(super) fn bring(&self, kind: &'static str, status: &'static str) {
        self.world.lock().unwrap().statuses.push((kind, status));
    }

    /// The list of this kind is written otherwise from now on.
    pub(super) fn retell(&self, kind: &'static str, how: impl Fn(&mut Value) + Send + 'static) {
        let mut world = self.world.lock().unwrap();
        world.lists.retain(|list| list.0 != kind);
        world.lists.push((kind, Box::new(how)));
    }

    /// How many things of a kind there are.
    pub(super) fn count(&self, kind: &str) -> usize {
        let world = self.world.lock().unwrap();
        world
            .things
            .iter()
            .filter(|thing| thing.kind == kind)
            .count()
    }

    /// Forgets a thing's data, as if it had never come.
    pub(super) fn forget(&self, kind: &str) {
        let mut world = self.world.lock().unwrap();
        world.things.retain(|thing| thing.kind != kind);
    }

    /// The operations that change something, in order.
    pub(super) fn writes(&self) -> Vec<String> {
        let sent = calls(&self.network).into_iter();
        let writes = sent.filter(|sent| sent.method != "GET");
        writes.map(|sent| sent.operation).collect()
    }

    pub(super) fn last(&self, operation: &str) -> Sent {
        let mut sent = calls(&self.network);
        sent.retain(|sent| sent.operation == operation);
        sent.pop().unwrap()
    }
}

/// The identifier of a kind's first thing, second thing and so on: UUIDs, as a requestor has to be one.
pub(super) fn id(kind: &str, number: usize) -> String {
    let at = KINDS.iter().position(|known| known.1 == kind).unwrap();
    format!("0000000{at}-0000-4000-8000-{number:012}")
}

impl World {
    fn answer(&mut self, sent: &Sent) -> (u16, String) {
        if let Some((_, kind, member, _)) = KINDS.iter().find(|known| known.0 == sent.operation) {
            return self.create(kind, member, sent);
        }
        match &*sent.operation {
            "create_entity_identification" => (202, String::new()),
            "get_partner_documents" => {
                let terms = sent.url.contains("TERMS");
                let id = if terms { "terms-1" } else { "privacy-1" };
                (200, json!({"data": [{"documentId": id}]}).to_string())
            }
            "get_role_customers" => self.list("customer"),
            "get_legal_representatives" => self.list("representative"),
            "get_beneficial_owners" => self.list("owner"),
            "get_proxies" => self.list("proxy"),
            "get_identification_verifications" => self.list("verification"),
            "get_entity_natural_persons" => self.list("person"),
            "get_documents_v2" => self.list("document"),
            "get_entities" => (
                200,
                json!({"data": [{"entityId": id("company", 1)}]}).to_string(),
            ),
            _ => {
                let wanted = sent.url.rsplit('/').next().unwrap_or_default();
                match self.things.iter().find(|thing| thing.id == wanted) {
                    Some(thing) => (200, self.show(thing).to_string()),
                    None => (404, "{}".to_owned()),
                }
            }
        }
    }

    fn create(&mut self, kind: &'static str, member: &str, sent: &Sent) -> (u16, String) {
        let data = if kind == "document" {
            let json = sent.body.lines().find(|line| line.starts_with('{'));
            serde_json::from_str(json.unwrap()).unwrap()
        } else {
            serde_json::from_str::<Value>(&sent.body).unwrap()
        };
        let external_id = &data["externalId"];
        let known = |thing: &Thing| thing.data["externalId"] == *external_id;
        let is_known = self.things.iter().any(known) || self.used_up.contains(external_id);
        if !external_id.is_null() && is_known {
            return (409, "{}".to_owned());
        }
        let number = 1 + self
            .things
            .iter()
            .filter(|thing| thing.kind == kind)
            .count();
        let id = id(kind, number);
        self.things.push(Thing {
            kind,
            id: id.clone(),
            data,
        });
        if kind == "signature" {
            return (202, String::new());
        }
        (200, json!({member: id}).to_string())
    }

    fn list(&self, kind: &str) -> (u16, String) {
        let of_kind = self.things.iter().filter(|thing| thing.kind == kind);
        let data: Vec<_> = of_kind.map(|thing| self.show(thing)).collect();
        let mut answer = json!({"data": data, "pagination": {"cursor": ""}});
        if let Some((_, retell)) = self.lists.iter().find(|list| list.0 == kind) {
            retell(&mut answer);
        }
        (200, answer.to_string())
    }

    fn show(&self, thing: &Thing) -> Value {
        let (_, _, member, status) = KINDS.iter().find(|known| known.1 == thing.kind).unwrap();
        let told = self.statuses.iter().rev().find(|told| told.0 == thing.kind);
        let usual = match thing.kind {
            "onboarding" | "verification" => "APPROVED",
            _ => "CREATED",
        };
        let mut shown = thing.data.clone();
        shown[member] = json!(thing.id);
        shown["createdOn"] = json!("2026-03-10T12:00:00Z");
        shown[status] = json!(told.map_or(usual, |told| told.1));
        if thing.kind == "customer" {
            let signatures = self.things.iter().filter(|thing| thing.kind == "signature");
            shown["signedDocumentsRelatedToCustomer"] =
                signatures.map(|signature| signature.data.clone()).collect();
        }
        if thing.kind == "verification" {
            shown["identificationUrl"] = json!("https://ident.example/s3cret-place");
        }
        shown
    }
}
