//! The traps of Nemuru's documentation, one by one, each by its number in our notes on the provider.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test relies on fails the test"
)]

use florin::core::{Certainty, Decimal, Effect, Fraction, Retry};
use florin::nemuru::types::{
    self, AssetType, FileType, LoanConditions, LoanOperation, LoanProgram, LoanStatus,
};
use florin::nemuru::{
    Client, ConditionsRequest, Credentials, Environment, ErrorDetails, Exception, Phase,
    REQUEST_LIMIT, Standing, UploadFile, WebhookAuth, callback_webhook, operations,
};
use florin_sandbox::nemuru::{Agent, Options, TokenType, UnauthorisedBody, WebhookPayload};
use florin_sandbox::{Fault, Sandbox};
use florin_tests::in_memory::{InMemory, Says};
use florin_tests::nemuru::invitation::{self, LOAN};
use florin_tests::nemuru::shop;
use serde_json::{Value, json};

const SPEC: &str = include_str!("../../specs/nemuru/openapi.yaml");

async fn sandbox() -> Sandbox {
    sandbox_with(Options::default()).await
}

async fn sandbox_with(options: Options) -> Sandbox {
    Sandbox::builder().nemuru(options).start().await.unwrap()
}

fn first(sandbox: &Sandbox) -> Client {
    shop::client(sandbox, Agent::First).unwrap()
}

fn asked(sandbox: &Sandbox) -> types::CreateLoanRequest {
    invitation::invitation(&sandbox.nemuru().credentials().agent_id, LOAN).unwrap()
}

fn spec() -> Value {
    serde_saphyr::from_str(SPEC).unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A schema's property in the spec.
fn property(schema: &str, property: &str) -> Value {
    spec()["components"]["schemas"][schema]["properties"][property].clone()
}

#[test]
fn trap_01_a_guessed_path_is_marked_so_and_can_be_corrected() {
    let path = |certainty| -> Vec<&str> {
        operations::ALL
            .iter()
            .filter(|operation| operation.certainty().unwrap().path == certainty)
            .map(|operation| operation.id())
            .collect()
    };
    assert_eq!(path(Certainty::Documented), ["login", "refresh_token"]);
    let mut inferred = path(Certainty::Inferred);
    inferred.sort_unstable();
    assert_eq!(inferred, ["create_loan", "get_loan", "get_loan_conditions"]);
    let guessed = path(Certainty::Undocumented);
    assert_eq!(guessed.len(), 8);
    let spec = spec();
    let paths = spec["paths"].as_object().unwrap().values();
    for operation in paths.flat_map(|path| path.as_object().unwrap().values()) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let note = operation["x-provenance"]["note"]
            .as_str()
            .unwrap_or_default();
        assert!(
            !guessed.contains(&id) || note.contains("`path` corrects"),
            "{id}: {note}"
        );
    }
    let builder = Client::builder()
        .environment(Environment::Stage)
        .credentials(Credentials::new("u", "p"));
    let moved = guessed.iter().fold(builder, |builder, id| {
        let operation = operations::ALL
            .iter()
            .find(|known| known.id() == *id)
            .unwrap();
        builder.path(*id, format!("/v3{}", operation.template()))
    });
    moved.build().unwrap();
}

#[tokio::test]
async fn trap_02_identifiers_go_into_the_path_and_may_go_into_the_query() {
    for operation in [
        &operations::GET_WEBHOOK,
        &operations::UPDATE_WEBHOOK,
        &operations::UPLOAD_FILES,
        &operations::LIST_FILES,
    ] {
        assert!(
            operation.template().contains("{id}/") || operation.template().contains("{loanId}/")
        );
    }
    let provider = InMemory::new(|_| Says::Yes(json!({"data": []})));
    let of = |client: Client| async move { client.loan("a b").files().await.unwrap() };
    of(provider.nemuru().build().unwrap()).await;
    let as_prose_says = provider
        .nemuru()
        .path("list_files", "/loan/file/?loanId={loanId}");
    of(as_prose_says.build().unwrap()).await;
    let sent = provider.asked("list_files");
    assert_eq!(
        (sent[0].path.as_str(), sent[0].query.len()),
        ("/api/v2/loan/a%20b/file/", 0)
    );
    assert_eq!(sent[1].path, "/api/v2/loan/file/");
    assert_eq!(sent[1].parameter("loanId"), Some("a b"));
}

#[tokio::test]
async fn trap_03_every_path_ends_in_a_slash_and_no_redirect_is_followed() {
    for operation in operations::ALL {
        assert!(operation.template().ends_with('/'), "{}", operation.id());
    }
    // The sandbox redirects what has lost its slash, as servers of this kind do.
    let sandbox = sandbox().await;
    let slashless = shop::builder(&sandbox, Agent::First)
        .unwrap()
        .path("create_loan", "/loan")
        .build()
        .unwrap();
    let error = slashless.create_loan(&asked(&sandbox)).await.unwrap_err();
    assert_eq!(error.status().unwrap(), 301);
    assert!(sandbox.nemuru().loans().is_empty());
    assert!(
        sandbox
            .nemuru()
            .received()
            .iter()
            .all(|request| request.method != "GET")
    );
}

#[tokio::test]
async fn trap_04_a_login_may_answer_200_or_201() {
    for login_status in [200, 201] {
        let sandbox = sandbox_with(Options {
            login_status,
            ..Options::default()
        })
        .await;
        first(&sandbox).agent().await.unwrap();
        assert_eq!(
            sandbox.nemuru().received_by("login")[0].answered.unwrap(),
            login_status
        );
    }
}

#[tokio::test(start_paused = true)]
async fn trap_05_a_lifetime_is_the_one_received_and_the_token_type_is_read_in_any_case() {
    for lifetime in [2_678_400_u64, 7200] {
        let provider = InMemory::with_tokens(move |asked| {
            Says::Yes(match asked.operation.as_str() {
                "login" => {
                    json!({"access_token": "t", "token_type": "bearer", "expires_in": lifetime})
                }
                _ => json!({"data": []}),
            })
        });
        let client = provider.nemuru().build().unwrap();
        client.webhooks().await.unwrap();
        tokio::time::sleep(std::time::Duration::from_secs(lifetime / 2)).await;
        client.webhooks().await.unwrap();
        assert_eq!(provider.asked("login").len(), 1);
        tokio::time::sleep(std::time::Duration::from_secs(lifetime / 2)).await;
        client.webhooks().await.unwrap();
        assert_eq!(provider.asked("login").len(), 2);
        let authorization = &provider.asked("list_webhooks")[0].headers["authorization"];
        assert_eq!(authorization, "Bearer t", "always spelled so");
    }
    assert_ne!(
        TokenType::Capital,
        TokenType::Lower,
        "the flows play both spellings over HTTP"
    );
}

#[tokio::test]
async fn trap_06_creating_and_changing_take_an_empty_object_nothing_and_anything_else() {
    for (status, body) in [
        (201, "{}"),
        (201, ""),
        (204, ""),
        (200, "[]"),
        (202, "<html>"),
        (201, "{ }"),
    ] {
        let provider = InMemory::new(move |asked| match asked.operation.as_str() {
            "list_webhooks" => Says::Yes(json!({"data": []})),
            _ => Says::Text(status, body),
        });
        let client = provider.nemuru().build().unwrap();
        let request = invitation::invitation("23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7", LOAN).unwrap();
        let loan = client.create_loan(&request).await.unwrap();
        loan.perform(LoanOperation::CancelLoan).await.unwrap();
        loan.upload([UploadFile::bytes("a", "other", "a")])
            .await
            .unwrap();
        let webhook = callback_webhook("https://shop.example", WebhookAuth::none());
        client.create_webhook(&webhook).await.unwrap();
        client.update_webhook("w", &webhook).await.unwrap();
        assert_eq!(provider.asked("create_loan").len(), 1);
    }
}

#[tokio::test]
async fn trap_07_one_webhook_is_read_out_of_a_list_or_by_itself() {
    for webhook_payload in [WebhookPayload::List, WebhookPayload::Object] {
        let sandbox = sandbox_with(Options {
            webhook_payload,
            ..Options::default()
        })
        .await;
        let client = first(&sandbox);
        let request = callback_webhook("https://shop.example", WebhookAuth::none());
        let webhook = client.ensure_webhook(&request).await.unwrap();
        assert_eq!(client.webhook(&webhook.id).await.unwrap().id, webhook.id);
    }
}

#[tokio::test]
async fn trap_08_envelopes_are_taken_off_and_a_token_has_none() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let agent = client.agent().await.unwrap();
    assert_eq!(agent.id, sandbox.nemuru().credentials().agent_id);
    let loan = client.create_loan(&asked(&sandbox)).await.unwrap();
    assert_eq!(loan.read().await.unwrap().id, LOAN);
    assert!(client.webhooks().await.unwrap().is_empty());
    assert!(loan.files().await.unwrap().is_empty());
    // Who wants the envelope takes the operation.
    let answer = client.api().get_loan().loan_id(LOAN).send().await.unwrap();
    assert!(answer.identifier.as_deref().unwrap().ends_with(LOAN));
    let schemas = spec()["components"]["schemas"].clone();
    assert!(
        schemas["TokenResponse"]["properties"]
            .get("payload")
            .is_none()
    );
    for (envelope, field) in [
        ("AgentResponse", "payload"),
        ("LoanResponse", "payload"),
        ("WebhookResponse", "payload"),
        ("WebhookListResponse", "data"),
        ("FileListResponse", "data"),
        ("LoanConditionsListResponse", "data"),
    ] {
        assert_eq!(schemas[envelope]["required"], json!([field]), "{envelope}");
    }
}

#[tokio::test]
async fn trap_09_a_setup_fee_is_an_object_when_asked_for_a_number_when_read_and_never_compared() {
    let sandbox = sandbox().await;
    let request = asked(&sandbox);
    assert_eq!(request.setup_fee.as_ref().unwrap().amount, decimal("125"));
    let client = first(&sandbox);
    let loan = client.create_loan(&request).await.unwrap();
    let conditions = loan.read().await.unwrap().loan_conditions.unwrap();
    assert_eq!(conditions.setup_fee, Some(decimal("0")));
    let again = client.create_loan(&request).await.unwrap();
    assert!(
        again.was_there(),
        "the same loan, although 125 and 0 differ"
    );
}

#[tokio::test]
async fn trap_10_what_is_listed_is_a_path_and_another_name_and_not_the_content() {
    let sandbox = sandbox().await;
    let loan = first(&sandbox).create_loan(&asked(&sandbox)).await.unwrap();
    let front = UploadFile::bytes("dni.jpeg", FileType::DocumentIdFront, "hello world!");
    loan.upload([front]).await.unwrap();
    let listed = &loan.files().await.unwrap()[0];
    let stored = &sandbox.nemuru().files(LOAN)[0];
    assert_eq!(listed.name.as_deref(), Some(stored.stored_name.as_str()));
    assert_ne!(listed.name.as_deref(), Some("dni.jpeg"));
    let expected = format!("/document_id_front/{}.jpeg", stored.stored_name);
    assert_eq!(listed.data.as_deref(), Some(expected.as_str()));
    assert_ne!(
        std::any::TypeId::of::<types::FileUpload>(),
        std::any::TypeId::of::<types::FileRecord>()
    );
    let told = |schema| property(schema, "data")["description"].to_string();
    assert!(told("FileUpload").contains("Base64") && told("FileRecord").contains("storage path"));
    let unsupported = spec()["info"]["x-unsupported"].to_string();
    assert!(unsupported.contains("Download"), "{unsupported}");
}

#[tokio::test]
async fn trap_11_it_is_the_encoded_size_that_counts() {
    assert_eq!(REQUEST_LIMIT, 20_000_000);
    let sandbox = sandbox().await;
    let loan = first(&sandbox).create_loan(&asked(&sandbox)).await.unwrap();
    sandbox.nemuru().clear_received();
    let of = |bytes: usize| UploadFile::bytes("a", "other", vec![0; bytes]);
    let error = loan.upload([of(15_000_000)]).await.unwrap_err();
    assert!(error.error().is_invalid_request(), "{error}");
    assert_eq!(error.error().effect(), Effect::NotSent);
    assert!(sandbox.nemuru().received().is_empty());
    loan.upload([of(14_900_000)]).await.unwrap();
    let sent = sandbox.nemuru().received_by("upload_files")[0].body.len();
    assert!((19_800_000..20_000_000).contains(&sent), "{sent}");
}

#[test]
fn trap_12_rates_are_fractions_by_type_also_where_the_name_says_percentage() {
    let conditions: LoanConditions = serde_json::from_value(json!({
        "currency": "EUR", "program": "zero_program", "principal": 5000, "term": 30,
        "annual_interest": 0.091, "tae": 0.095, "merchant_discount_percentage": 0.099
    }))
    .unwrap();
    let fractions: [Option<Fraction>; 3] = [
        conditions.annual_interest,
        conditions.tae,
        conditions.merchant_discount_percentage,
    ];
    let percents = fractions.map(|fraction| fraction.unwrap().to_percent().get());
    assert_eq!(percents, ["9.1", "9.5", "9.9"].map(decimal));
    for field in ["annual_interest", "tae", "merchant_discount_percentage"] {
        assert_eq!(property("LoanConditions", field)["x-unit"], "fraction");
    }
    assert_eq!(
        property("CreateLoanRequest", "annual_interest")["x-unit"],
        "fraction"
    );
    let mut taken_for_a_percentage = invitation::json("23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7", LOAN);
    taken_for_a_percentage["annual_interest"] = json!(9.1);
    let request = serde_json::from_value(taken_for_a_percentage).unwrap();
    let problem = florin::nemuru::check::loan(&request).unwrap();
    assert_eq!(problem.field(), "annual_interest");
}

#[tokio::test]
async fn trap_13_totals_are_read_as_they_are_and_not_recomputed() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let agent = sandbox.nemuru().credentials().agent_id;
    let request = ConditionsRequest::new(agent, "EUR", 30, decimal("5000"));
    let offers = client.conditions(&request).await.unwrap();
    let free = &offers
        .iter()
        .find(|offer| offer.loan_conditions.program == LoanProgram::FreeProgram)
        .unwrap()
        .loan_conditions;
    let told_apart = (
        free.user_defined_quota,
        free.number_of_payments,
        free.total_amount_paid,
    );
    // 186.97 thirty times is 5609.10.
    assert_eq!(
        told_apart,
        (
            Some(decimal("186.97")),
            Some(decimal("30")),
            Some(decimal("5609.15"))
        )
    );
    let told = spec()["components"]["schemas"]["LoanConditions"]["description"].to_string();
    assert!(told.contains("don't recompute"), "{told}");
}

#[test]
fn trap_14_a_term_is_whole_when_sent_and_may_be_written_30_0_when_read() {
    let conditions: LoanConditions = serde_json::from_str(
        r#"{"currency": "EUR", "program": "free_program", "principal": 5000.0, "term": 30.0, "number_of_payments": 30.0}"#,
    )
    .unwrap();
    assert_eq!(conditions.term, decimal("30"));
    assert_eq!(conditions.number_of_payments, Some(decimal("30")));
    let request = invitation::invitation("a", LOAN).unwrap();
    let term: i64 = request.term;
    let sent = serde_json::to_string(&request).unwrap();
    assert!(
        sent.contains(&format!("\"term\":{term}")) && term == 30,
        "{sent}"
    );
    assert!(!sent.contains("30."), "{sent}");
}

#[test]
fn trap_15_numbers_go_out_as_numbers() {
    let request = invitation::invitation("a", LOAN).unwrap();
    let sent = serde_json::to_value(request).unwrap();
    for pointer in [
        "/term",
        "/principal",
        "/annual_interest",
        "/setup_fee/amount",
        "/asset/value",
    ] {
        assert!(sent.pointer(pointer).unwrap().is_number(), "{pointer}");
    }
    let exact = serde_json::to_string(&types::SetupFee {
        amount: decimal("0.10"),
        type_: "type_upfront".into(),
    });
    assert!(
        exact.unwrap().contains("\"amount\":0.1"),
        "no float in between"
    );
}

#[tokio::test]
async fn trap_16_values_that_no_list_has_are_read_and_lists_that_are_open_can_be_sent() {
    assert_eq!(LoanStatus::from("status_unpaid"), LoanStatus::StatusUnpaid);
    assert!(LoanStatus::StatusUnpaid.funds_sent());
    let loan: types::Loan = serde_json::from_value(json!({
        "id": LOAN, "status": "status_on_hold", "loan_conditions": {
            "currency": "EUR", "program": "third_program", "principal": 1, "term": 1
        }
    }))
    .unwrap();
    assert_eq!(loan.status.as_str(), "status_on_hold");
    assert_eq!(loan.phase(), Phase::Unknown);
    assert_eq!(
        loan.loan_conditions.unwrap().program.as_str(),
        "third_program"
    );
    let agent: types::Agent =
        serde_json::from_value(json!({"id": "a", "allowed_asset_types": ["auto", "boat"]}))
            .unwrap();
    assert_eq!(agent.allowed_asset_types.last().unwrap().as_str(), "boat");
    let file: types::FileRecord = serde_json::from_value(json!({"type": "selfie"})).unwrap();
    assert_eq!(file.type_.unwrap().as_str(), "selfie");
    let webhook: types::Webhook = serde_json::from_value(
        json!({"id": "w", "client": "sms", "event": "loan_files", "state": 3}),
    )
    .unwrap();
    assert_eq!(webhook.client.unwrap().as_str(), "sms");
    assert_eq!(
        serde_json::to_value(AssetType::from("boat")).unwrap(),
        "boat"
    );
    assert_eq!(
        serde_json::to_value(FileType::from("selfie")).unwrap(),
        "selfie"
    );
}

#[tokio::test]
async fn trap_17_an_exception_is_known_by_its_last_part_once_its_backslashes_are_read() {
    for path in [
        r"Nemuru\\Module\\Financial\\Domain\\Loan\\Exception\\LoanNotFoundByIdException",
        r"Nemuru\\Elsewhere\\LoanNotFoundByIdException",
        "LoanNotFoundByIdException",
    ] {
        let body = format!(r#"{{"status": "ko", "exception": "{path}", "error": "x"}}"#);
        let body: &'static str = body.leak();
        let provider = InMemory::new(move |_| Says::Text(404, body));
        let error = provider
            .nemuru()
            .build()
            .unwrap()
            .loan(LOAN)
            .read()
            .await
            .unwrap_err();
        assert_eq!(
            error.exception(),
            Some(Exception::LoanNotFoundById),
            "{path}"
        );
    }
    let similar = Exception::from(r"Nemuru\NotLoanNotFoundByIdException");
    assert!(matches!(similar, Exception::Unknown(_)));
}

#[tokio::test]
async fn trap_18_the_text_of_an_error_is_for_people_and_shows_nowhere_by_itself() {
    let sandbox = sandbox().await;
    let error = first(&sandbox).loan(LOAN).read().await.unwrap_err();
    let told = error.provider_message().unwrap();
    assert_eq!(
        told,
        format!(r"\Loan\ with id \{LOAN}\ not found"),
        "backslashes and all"
    );
    assert_eq!(
        error.exception(),
        Some(Exception::LoanNotFoundById),
        "by the exception alone"
    );
    assert!(!format!("{error:#} {error:?} {:?}", error.body()).contains(r"with id"));
}

#[tokio::test]
async fn trap_19_a_body_that_is_no_error_object_keeps_the_status_and_the_text() {
    for (status, body) in [
        (
            401,
            r#"{"error": "access_denied", "error_description": "The resource owner denied"}"#,
        ),
        (401, ""),
        (502, "<html><h1>502 Bad Gateway</h1></html>"),
        (504, "upstream request timeout"),
        (
            400,
            r#"{"exception": ["odd"], "error": {"a": 1}, "schema_errors": []}"#,
        ),
        (500, "null"),
    ] {
        let provider = InMemory::new(move |_| Says::Text(status, body));
        let client = provider.nemuru().build().unwrap();
        let error = client.loan(LOAN).read().await.unwrap_err();
        assert_eq!(error.status().unwrap(), status, "{body}");
        assert_eq!(&error.raw_body().unwrap()[..], body.as_bytes());
        assert_eq!(error.exception(), None, "{body}");
        assert!(error.schema_errors().is_empty());
    }
    let sandbox = sandbox_with(Options {
        unauthorised: UnauthorisedBody::OAuth,
        ..Options::default()
    })
    .await;
    let client = first(&sandbox);
    client.agent().await.unwrap();
    sandbox.nemuru().expire_tokens();
    client.agent().await.unwrap();
    assert_eq!(
        sandbox.nemuru().refreshes(),
        1,
        "refreshed whatever the 401 said"
    );
}

#[tokio::test]
async fn trap_20_a_conflict_is_looked_into_for_a_creation_and_told_for_an_operation() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let loan = client.create_loan(&asked(&sandbox)).await.unwrap();
    assert!(
        client
            .create_loan(&asked(&sandbox))
            .await
            .unwrap()
            .was_there()
    );
    assert_eq!(sandbox.nemuru().received_by("get_loan").len(), 1);
    let mut other = asked(&sandbox);
    other.principal = decimal("4000");
    assert!(client.create_loan(&other).await.unwrap_err().is_conflict());
    assert_eq!(sandbox.nemuru().invitations(LOAN), 1);

    let error = loan.perform(LoanOperation::PayLoan).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.effect(), Effect::Answered);
    assert_eq!(loan.read().await.unwrap().status, LoanStatus::StatusInitial);
}

#[tokio::test]
async fn trap_21_an_operation_is_never_repeated_by_itself() {
    assert_eq!(
        operations::PERFORM_LOAN_OPERATION.retry_class(),
        Retry::Never
    );
    let sandbox = sandbox().await;
    let loan = first(&sandbox).create_loan(&asked(&sandbox)).await.unwrap();
    sandbox
        .nemuru()
        .advance(LOAN, "status_docs_approved")
        .unwrap();
    for status in [502, 504] {
        sandbox.nemuru().clear_received();
        sandbox
            .nemuru()
            .misbehave(
                Fault::status(status)
                    .after_effect()
                    .on("perform_loan_operation"),
            )
            .unwrap();
        let error = loan.perform(LoanOperation::PayLoan).await.unwrap_err();
        assert_eq!(error.effect(), Effect::MaybeApplied);
        assert_eq!(
            sandbox.nemuru().received_by("perform_loan_operation").len(),
            1
        );
    }
    assert_eq!(
        sandbox.nemuru().loan(LOAN).unwrap().operations.len(),
        1,
        "paid once"
    );
}

#[test]
fn trap_22_nested_fields_are_required_when_sent_and_optional_when_read() {
    let schemas = spec()["components"]["schemas"].clone();
    for sent in [
        "SetupFee",
        "Insurance",
        "BorrowerInput",
        "AssetInput",
        "FileUpload",
    ] {
        let schema = &schemas[sent];
        assert!(schema["required"].is_array(), "{sent}");
        let words = schema.to_string();
        assert!(
            words.contains("inferred") || words.contains("sample") || words.contains("draft"),
            "{sent} says where its fields come from"
        );
    }
    for read in ["Borrower", "Asset", "FileRecord"] {
        assert!(schemas[read].get("required").is_none(), "{read}");
    }
    let bare: types::Loan = serde_json::from_value(
        json!({"id": LOAN, "status": "status_initial", "borrower": {}, "asset": {}}),
    )
    .unwrap();
    assert_eq!(bare.borrower.unwrap().email, None);
    let null = json!({"id": LOAN, "status": "status_initial", "borrower": null, "asset": null});
    serde_json::from_value::<types::Loan>(null).unwrap();
}

#[test]
fn trap_23_a_target_is_always_sent_and_need_not_be_read() {
    let request = callback_webhook("https://shop.example/steps", WebhookAuth::none());
    assert_eq!(
        serde_json::to_value(request).unwrap(),
        json!({"client": "callback", "event": "loan_steps", "target": "https://shop.example/steps"})
    );
    let sample = json!({
        "created_at": "2020-06-18T00:00:00+00:00", "updated_at": "2020-06-18T00:00:00+00:00",
        "id": "408f340c-0f40-4e79-92e9-6af717d4d936", "client": "callback", "event": "loan_steps", "state": 1
    });
    let webhook: types::Webhook = serde_json::from_value(sample).unwrap();
    assert_eq!(webhook.target, None);
}

#[test]
fn trap_24_misspellings_of_the_documentation_are_nowhere() {
    for misspelled in [
        "onboardin ",
        "onboardin.",
        "currrency",
        "requiere",
        "<string>",
        "tipically",
    ] {
        assert!(!SPEC.contains(misspelled), "{misspelled}");
    }
}

#[test]
fn trap_25_only_the_names_of_the_present_version_are_used() {
    let spec = spec();
    let schemas = spec["components"]["schemas"].as_object().unwrap();
    for (name, schema) in schemas {
        let fields = schema["properties"].as_object().into_iter().flatten();
        for (field, _) in fields {
            let old = [
                "merchant",
                "merchant_id",
                "term_period",
                "principal_amount",
                "borrower_invitation",
            ];
            assert!(!old.contains(&field.as_str()), "{name}.{field}");
        }
    }
    let sent = serde_json::to_value(invitation::invitation("a", LOAN).unwrap()).unwrap();
    for field in ["agent_id", "term", "principal", "borrower"] {
        assert!(sent.get(field).is_some(), "{field}");
    }
    for operation in operations::ALL {
        assert!(
            !operation.template().contains("merchant")
                && !operation.template().contains("financial")
        );
    }
}

#[tokio::test]
async fn trap_26_amounts_are_in_major_units() {
    let sandbox = sandbox().await;
    let agent = sandbox.nemuru().credentials().agent_id;
    let request = ConditionsRequest::new(agent, "EUR", 30, decimal("186.97"));
    first(&sandbox).conditions(&request).await.unwrap();
    let query = sandbox.nemuru().received_by("get_loan_conditions")[0].query_pairs();
    let principal = query.iter().find(|(name, _)| name == "principal").unwrap();
    assert_eq!(principal.1, "186.97", "neither cents nor rounded");
    for (schema, field) in [
        ("CreateLoanRequest", "principal"),
        ("SetupFee", "amount"),
        ("AssetInput", "value"),
        ("LoanConditions", "principal"),
        ("LoanConditions", "total_amount_paid"),
        ("LoanConditions", "user_defined_quota"),
    ] {
        let told = property(schema, field)["description"].to_string();
        assert!(told.contains("major units"), "{schema}.{field}: {told}");
    }
}

#[test]
fn trap_27_a_test_is_a_stage_of_its_own_and_a_test_loan_ends_as_a_failure() {
    let (stage, production) = (Environment::Stage, Environment::Production);
    assert_ne!(stage.api_url(), production.api_url());
    assert!(stage.api_url().contains(".stg."));
    let cancelled = LoanStatus::from("status_cancelled_test");
    assert_eq!(cancelled, LoanStatus::StatusCancelledTest);
    assert!(cancelled.is_failure() && cancelled.is_terminal());
}

#[test]
fn trap_28_personal_data_and_secrets_do_not_show() {
    for (schema, fields, kind) in [
        ("LoginRequest", &["password"][..], "secret"),
        ("RefreshTokenRequest", &["refresh_token"], "secret"),
        (
            "TokenResponse",
            &["access_token", "refresh_token"],
            "secret",
        ),
        ("WebhookAuthHeader", &["authorization_header"], "secret"),
        (
            "WebhookAuthOAuth2",
            &["client_secret", "password"],
            "secret",
        ),
        (
            "BorrowerInput",
            &["email", "first_name", "last_name", "phone_number"],
            "pii",
        ),
        (
            "Borrower",
            &["email", "first_name", "last_name", "phone_number"],
            "pii",
        ),
        ("FileUpload", &["data", "name"], "pii"),
    ] {
        for field in fields {
            assert_eq!(
                property(schema, field)["x-sensitive"],
                kind,
                "{schema}.{field}"
            );
        }
    }
    let mut request = invitation::invitation("a", LOAN).unwrap();
    request.borrower.last_name = "hunter2".into();
    let shown = format!("{request:?}");
    assert!(
        !["lucia", "Lucía", "hunter2", "+34600000001"]
            .iter()
            .any(|value| shown.contains(value)),
        "{shown}"
    );
}
