//! What a provider may do to its spec, and what that is to who uses the client.

use serde_json::{Value, json};

/// How a change is classed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Users' code builds no more.
    Breaks,
    /// It builds, and does something else.
    Turns,
    Adds,
    Tells,
    /// Nothing that a user sees.
    Nothing,
}

use Class::{Adds, Breaks, Nothing, Tells, Turns};

/// A change to the spec.
pub(crate) struct Mutation {
    pub(crate) name: &'static str,
    /// The heaviest class that it has.
    pub(crate) class: Class,
    /// The change that has to be among those of this class: its place and its rule. Of nothing, empty.
    pub(crate) told: (&'static str, &'static str),
    change: fn(&mut Value),
}

impl Mutation {
    pub(crate) fn of(&self, spec: &Value) -> Value {
        let mut changed = spec.clone();
        (self.change)(&mut changed);
        assert_ne!(changed, *spec, "{}: it changes nothing", self.name);
        changed
    }
}

/// What stands at a place of the spec.
fn at<'a>(spec: &'a mut Value, place: &str) -> &'a mut Value {
    spec.pointer_mut(place).unwrap_or_else(|| panic!("{place}"))
}

fn put(spec: &mut Value, place: &str, name: &str, value: Value) {
    at(spec, place)
        .as_object_mut()
        .unwrap()
        .insert(name.to_owned(), value);
}

fn take(spec: &mut Value, place: &str, name: &str) -> Value {
    at(spec, place)
        .as_object_mut()
        .unwrap()
        .remove(name)
        .unwrap()
}

fn push(spec: &mut Value, place: &str, value: Value) {
    at(spec, place).as_array_mut().unwrap().push(value);
}

fn drop_at(spec: &mut Value, place: &str, index: usize) -> Value {
    at(spec, place).as_array_mut().unwrap().remove(index)
}

const LIST: &str = "/paths/~1loans/get";
const CREATE: &str = "/paths/~1loans/post";
const GET: &str = "/paths/~1loans~1{loan_id}/get";

fn schema(name: &str) -> String {
    format!("/components/schemas/{name}")
}

fn properties(name: &str) -> String {
    format!("/components/schemas/{name}/properties")
}

/// Calls another schema otherwise, wherever it stands.
fn rename(value: &mut Value, from: &str, to: &str) {
    let (from, to) = (
        format!("#/components/schemas/{from}"),
        format!("#/components/schemas/{to}"),
    );
    match value {
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|value| rename_reference(value, &from, &to)),
        Value::Array(items) => items
            .iter_mut()
            .for_each(|value| rename_reference(value, &from, &to)),
        _ => {}
    }
}

fn rename_reference(value: &mut Value, from: &str, to: &str) {
    match value {
        Value::String(text) if text == from => to.clone_into(text),
        Value::Object(fields) => fields
            .values_mut()
            .for_each(|value| rename_reference(value, from, to)),
        Value::Array(items) => items
            .iter_mut()
            .for_each(|value| rename_reference(value, from, to)),
        _ => {}
    }
}

macro_rules! mutations {
    ($($class:ident $place:literal $rule:literal $name:literal $change:expr;)*) => {
        &[$(Mutation { name: $name, class: $class, told: ($place, $rule), change: $change },)*]
    };
}

/// All of them.
pub(crate) const ALL: &[Mutation] = mutations! {
    // Operations.
    Breaks "Client::get_rates" "operation-gone" "an operation is gone" |s| { take(s, "/paths", "/rates"); };
    Breaks "Client::get_loan" "operation-renamed" "an operation is called otherwise" |s| put(s, GET, "operationId", json!("read_loan"));
    Turns "Client::get_loan" "operation-id" "an operation's id is spelt otherwise" |s| put(s, GET, "operationId", json!("getLoan"));
    Adds "Client::close_loan" "operation-new" "an operation is new" |s| put(s, "/paths/~1loans~1{loan_id}", "delete", json!({
        "operationId": "close_loan",
        "parameters": [{"name": "loan_id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "responses": {"204": {"description": "Closed."}},
    }));
    Turns "Client::get_rates" "path" "an operation is elsewhere" |s| { let it = take(s, "/paths", "/rates"); put(s, "/paths", "/v2/rates", it); };
    Tells "Client::get_loan" "placeholders" "a placeholder is called otherwise" |s| {
        let mut it = take(s, "/paths", "/loans/{loan_id}");
        it["get"]["parameters"][0]["name"] = json!("loanId");
        put(s, "/paths", "/loans/{loanId}", it);
    };
    Turns "Client::create_payout" "path" "an operation has another method" |s| {
        let it = take(s, "/paths/~1loans~1{loan_id}~1payouts", "post");
        put(s, "/paths/~1loans~1{loan_id}~1payouts", "put", it);
    };
    Turns "Client::get_rates" "server" "an operation is on a host of its own" |s| {
        put(s, "/paths/~1rates/get", "servers", json!([{"url": "https://rates.lender.example", "x-name": "rates"}]));
    };
    Turns "Client::get_rates" "token" "an operation wants a token" |s| { take(s, "/paths/~1rates/get", "security"); };
    Turns "Client::get_loan" "token" "an operation wants no token" |s| put(s, GET, "security", json!([]));
    Turns "Client::create_payout" "retry" "a payout is repeated" |s| put(s, "/paths/~1loans~1{loan_id}~1payouts/post", "x-retry", json!("safe"));
    Turns "Client::list_loans" "retry" "a reading is repeated no more" |s| put(s, LIST, "x-retry", json!("never"));
    Breaks "Client::create_loan.idempotency_key" "parameter-gone" "a key is gone" |s| {
        drop_at(s, &format!("{CREATE}/parameters"), 0);
        put(s, CREATE, "x-retry", json!("never"));
    };
    Adds "Client::create_loan" "retry" "a status while in progress is new" |s| put(s, CREATE, "x-in-progress", json!(423));
    Turns "Client::create_loan" "retry" "answers are replayed" |s| put(s, CREATE, "x-replays", json!(true));
    // Where requests go, and who authorises them.
    Turns "servers" "server" "the address of the server is another one" |s| put(s, "/servers/0", "url", json!("https://www.lender.example"));
    Turns "servers" "server" "the base path is dropped" |s| put(s, "/servers/0", "url", json!("https://api.lender.example"));
    Turns "servers" "server" "a server is gone" |s| { drop_at(s, "/servers", 1); };
    Turns "servers" "server-order" "the servers come in another order" |s| at(s, "/servers").as_array_mut().unwrap().reverse();
    Adds "servers" "server-new" "a server is new" |s| push(s, "/servers", json!({"url": "https://test.lender.example/v1"}));
    Turns "security.bearer" "scheme" "a token becomes an API key" |s| put(s, "/components/securitySchemes", "bearer", json!({"type": "apiKey", "in": "header", "name": "X-Key"}));
    Turns "security.oauth" "scheme" "tokens are issued elsewhere" |s| put(s, "/components/securitySchemes/oauth/flows/clientCredentials", "tokenUrl", json!("https://login.lender.example/token"));
    Adds "security.oauth" "scope-new" "there is another scope" |s| put(s, "/components/securitySchemes/oauth/flows/clientCredentials/scopes", "write", json!("Change."));
    Turns "security" "wants" "another scheme is wanted" |s| put(s, "", "security", json!([{"oauth": ["read"]}]));
    Adds "security" "wants" "another scheme is taken, too" |s| push(s, "/security", json!({"oauth": ["read"]}));
    Adds "security" "wants" "nothing is taken, too" |s| push(s, "/security", json!({}));
    Turns "security" "wants" "nothing is said of who authorises" |s| { take(s, "", "security"); };
    Turns "Client::create_payout" "wants" "an operation wants another scope" |s| put(s, "/paths/~1loans~1{loan_id}~1payouts/post", "security", json!([{"oauth": ["read", "write"]}]));
    Turns "Client::get_loan" "wants" "an operation wants another scheme" |s| put(s, GET, "security", json!([{"oauth": ["read"]}]));
    // Arguments.
    Breaks "Client::list_loans.limit" "parameter-gone" "an argument is gone" |s| { drop_at(s, &format!("{LIST}/parameters"), 1); };
    Adds "Client::list_loans.after" "parameter-new" "an argument is new" |s| {
        push(s, &format!("{LIST}/parameters"), json!({"name": "after", "in": "query", "schema": {"type": "string"}}));
    };
    Turns "Client::list_loans.branch" "parameter-required" "an argument is new and required" |s| {
        push(s, &format!("{LIST}/parameters"), json!({"name": "branch", "in": "query", "required": true, "schema": {"type": "string"}}));
    };
    Turns "Client::list_loans.limit" "parameter-required" "an argument is required" |s| put(s, &format!("{LIST}/parameters/1"), "required", json!(true));
    Breaks "Client::list_loans.limit" "parameter-type" "an argument is of another type" |s| put(s, &format!("{LIST}/parameters/1"), "schema", json!({"type": "array", "items": {"type": "integer"}}));
    Breaks "Client::list_loans.limit" "parameter-gone" "an argument has another name" |s| put(s, &format!("{LIST}/parameters/1"), "name", json!("page_size"));
    Turns "Client::list_loans.limit" "parameter-sent" "an argument is spelt otherwise on the wire" |s| put(s, &format!("{LIST}/parameters/1"), "name", json!("Limit"));
    Turns "Client::list_loans.limit" "parameter-sent" "an argument moves into a header" |s| put(s, &format!("{LIST}/parameters/1"), "in", json!("header"));
    Turns "Client::list_loans" "client-header" "the client's header is required" |s| put(s, &format!("{LIST}/parameters/2"), "required", json!(true));
    Adds "Client::get_loan.loan_id" "hidden" "an argument is hidden" |s| put(s, &format!("{GET}/parameters/0"), "x-sensitive", json!("pii"));
    // The body.
    Breaks "Client::create_loan.body" "body-gone" "a body is gone" |s| { take(s, CREATE, "requestBody"); };
    Turns "Client::create_loan.body" "body-sent" "a body is sent as another media type" |s| {
        let it = take(s, &format!("{CREATE}/requestBody/content"), "application/json");
        put(s, &format!("{CREATE}/requestBody/content"), "application/vnd.lender+json", it);
    };
    Breaks "Client::create_loan.body" "body-type" "a body is of another type" |s| {
        put(s, &format!("{CREATE}/requestBody/content/application~1json"), "schema", json!({"$ref": "#/components/schemas/Applicant"}));
    };
    // Fields of what is sent.
    Breaks "types::NewLoan.label" "field-gone" "a field that is sent is gone" |s| { take(s, &properties("NewLoan"), "label"); };
    Adds "types::NewLoan.note" "field-new" "a field that is sent is new" |s| put(s, &properties("NewLoan"), "note", json!({"type": "string"}));
    Turns "types::NewLoan.note" "field-required" "a field that is sent is new and required" |s| {
        put(s, &properties("NewLoan"), "note", json!({"type": "string"}));
        push(s, &format!("{}/required", schema("NewLoan")), json!("note"));
    };
    Breaks "types::Applicant" "trait-gone" "the first field that has to be set takes `Default` away" |s| put(s, &schema("Applicant"), "required", json!(["country"]));
    Breaks "types::NewLoan.label" "field-required" "a field that is sent is required" |s| push(s, &format!("{}/required", schema("NewLoan")), json!("label"));
    Turns "types::NewLoan.tags" "field-required" "a list that is sent is required" |s| push(s, &format!("{}/required", schema("NewLoan")), json!("tags"));
    Breaks "types::NewLoan.purpose" "field-optional" "a field that is sent is optional" |s| { drop_at(s, &format!("{}/required", schema("NewLoan")), 1); };
    Breaks "types::ByCheque.address" "field-optional" "a field that is sent may be null" |s| put(s, &format!("{}/address", properties("ByCheque")), "nullable", json!(true));
    Breaks "types::NewLoan.tags" "field-optional" "a list that is sent may be null" |s| put(s, &format!("{}/tags", properties("NewLoan")), "nullable", json!(true));
    Turns "types::Label" "limits" "limits are narrower" |s| put(s, &schema("Label"), "maxLength", json!(10));
    Adds "types::Label" "limits" "limits are wider" |s| put(s, &schema("Label"), "maxLength", json!(40));
    Breaks "types::Label" "type" "limits are gone" |s| { take(s, &schema("Label"), "maxLength"); take(s, &schema("Label"), "minLength"); };
    Turns "types::Applicant.name" "shown" "a field isn't hidden any more" |s| { take(s, &format!("{}/name", properties("Applicant")), "x-sensitive"); };
    Breaks "types::Applicant.pin" "field-type" "a field is no secret any more" |s| { take(s, &format!("{}/pin", properties("Applicant")), "x-sensitive"); };
    Adds "types::Applicant.country" "hidden" "a field is hidden" |s| put(s, &format!("{}/country", properties("Applicant")), "x-sensitive", json!("pii"));
    Breaks "types::Purpose::Car" "value-gone" "a value that is sent is gone" |s| { drop_at(s, &format!("{}/enum", schema("Purpose")), 0); };
    Adds "types::Purpose::Boat" "value-new" "a value that is sent is new" |s| push(s, &format!("{}/enum", schema("Purpose")), json!("boat"));
    Turns "types::Purpose::Car" "value-wire" "a value is spelt otherwise on the wire" |s| put_at(s, &format!("{}/enum/0", schema("Purpose")), json!("CAR"));
    Breaks "types::Purpose" "list-open" "a list takes other values" |s| put(s, &schema("Purpose"), "x-open", json!(true));
    // What is read.
    Breaks "types::Loan.iban" "field-gone" "a field that is read is gone" |s| { take(s, &properties("Loan"), "iban"); };
    Adds "types::Loan.rate" "field-new" "a field that is read is new" |s| put(s, &properties("Loan"), "rate", json!({"type": "number"}));
    Adds "types::Loan.rate" "field-new" "a field that is read is new and always there" |s| {
        put(s, &properties("Loan"), "rate", json!({"type": "number"}));
        push(s, &format!("{}/required", schema("Loan")), json!("rate"));
    };
    Breaks "types::Loan.amount" "field-optional" "a field that is read may be absent" |s| { drop_at(s, &format!("{}/required", schema("Loan")), 2); };
    Breaks "types::Loan.id" "field-optional" "a field that is read may be null" |s| put(s, &format!("{}/id", properties("Loan")), "nullable", json!(true));
    Breaks "types::Loan.opened_on" "field-required" "a field that is read is always there" |s| push(s, &format!("{}/required", schema("Loan")), json!("opened_on"));
    Breaks "types::Rate.months" "field-type" "a field that is read is of another type" |s| put(s, &format!("{}/months", properties("Rate")), "type", json!("string"));
    Turns "types::Loan.opened_on" "field-wire" "a field is spelt otherwise on the wire" |s| {
        let it = take(s, &properties("Loan"), "opened_on");
        put(s, &properties("Loan"), "openedOn", it);
    };
    Breaks "types::Notice.loan" "field-optional" "a field that the provider posts may be absent" |s| { take(s, &schema("Notice"), "required"); };
    Adds "types::State::Sold" "value-new" "a value that is read is new" |s| push(s, &format!("{}/enum", schema("State")), json!("sold"));
    Breaks "types::State::Paid" "value-gone" "a value that is read is gone" |s| { drop_at(s, &format!("{}/enum", schema("State")), 1); };
    Breaks "types::State" "value-renamed" "a value takes the name of those that aren't listed" |s| push(s, &format!("{}/enum", schema("State")), json!("unknown"));
    // Unions.
    Adds "types::Payout::ByCash" "alternative-new" "an alternative is new" |s| {
        put(s, "/components/schemas", "ByCash", json!({"type": "object", "required": ["branch"], "properties": {"branch": {"type": "string"}}}));
        push(s, &format!("{}/oneOf", schema("Payout")), json!({"$ref": "#/components/schemas/ByCash"}));
    };
    Breaks "types::Payout" "type" "a union is none any more" |s| { drop_at(s, &format!("{}/oneOf", schema("Payout")), 1); };
    Turns "types::Debtor::Person" "alternative-when" "an alternative has another tag" |s| {
        let it = take(s, &format!("{}/discriminator/mapping", schema("Debtor")), "person");
        put(s, &format!("{}/discriminator/mapping", schema("Debtor")), "human", it);
    };
    Adds "types::Debtor::Person" "alternative-when" "an alternative has a further tag" |s| {
        put(s, &format!("{}/discriminator/mapping", schema("Debtor")), "human", json!("#/components/schemas/Person"));
    };
    // Answers.
    Breaks "Client::get_loan" "answer" "an answer is of another type" |s| {
        put(s, &format!("{GET}/responses/200/content/application~1json"), "schema", json!({"$ref": "#/components/schemas/LoanList"}));
    };
    Breaks "Client::get_loan" "answer" "an answer may come in two ways" |s| put(s, &format!("{GET}/responses"), "202", json!({"description": "Not yet.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Rate"}}}}));
    Adds "types::CreateLoanError::NotFound" "alternative-new" "a refusal has a status of its own" |s| put(s, &format!("{CREATE}/responses"), "404", json!({"description": "No such branch."}));
    Breaks "Client::get_loan" "error" "a refusal is of another type" |s| {
        put(s, &format!("{GET}/responses/4XX/content/application~1json"), "schema", json!({"$ref": "#/components/schemas/Rate"}));
    };
    // Types.
    Breaks "types::Problem" "type-renamed" "a type is called otherwise" |s| {
        rename(s, "Problem", "Fault");
        let it = take(s, "/components/schemas", "Problem");
        put(s, "/components/schemas", "Fault", it);
    };
    Breaks "types::Notice" "type-gone" "a type is gone" |s| { take(s, "/components/schemas", "Notice"); };
    Adds "types::Branch" "type-new" "a type is new" |s| put(s, "/components/schemas", "Branch", json!({"type": "object", "properties": {"id": {"type": "string"}}}));
    // What is told.
    Tells "Client::get_loan" "told" "a summary is another one" |s| put(s, GET, "summary", json!("Read one loan."));
    Tells "Client::get_loan" "deprecated" "an operation is deprecated" |s| put(s, GET, "deprecated", json!(true));
    Tells "Client::list_loans.limit" "told" "an argument is deprecated" |s| put(s, &format!("{LIST}/parameters/1/schema"), "deprecated", json!(true));
    Tells "types::Rate.months" "told" "a limit of a number is narrower" |s| put(s, &format!("{}/months", properties("Rate")), "maximum", json!(120));
    Tells "Client::list_loans.limit" "told" "an argument is described otherwise" |s| put(s, &format!("{LIST}/parameters/1"), "description", json!("At most so many."));
    Tells "types::Loan.opened_on" "told" "a field is described otherwise" |s| put(s, &format!("{}/opened_on", properties("Loan")), "description", json!("On which day."));
    Tells "Client::create_loan" "provenance" "it is known more surely" |s| put(s, &format!("{CREATE}/x-provenance"), "response", json!("documented"));
    Tells "Client::get_loan" "told" "an answer is described otherwise" |s| put(s, &format!("{GET}/responses/200"), "description", json!("One loan."));
    Tells "types::Loan" "told" "a title comes" |s| put(s, &schema("Loan"), "title", json!("A loan of somebody"));
    // What no user sees.
    Nothing "" "" "tags come" |s| put(s, GET, "tags", json!(["loans"]));
    Nothing "" "" "an example comes" |s| put(s, &schema("Loan"), "example", json!({"id": "l1"}));
};

fn put_at(spec: &mut Value, place: &str, value: Value) {
    *at(spec, place) = value;
}
