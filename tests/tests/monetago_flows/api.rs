//! What lies beyond the verbs: document matches, generated operations, requests that no spec describes.

use florin::core::http::Method;
use florin::core::{Operation, Session};
use florin::monetago::{Environment, Outcome};
use florin_sandbox::Fault;
use florin_sandbox::monetago::Lender;
use florin_tests::monetago::lender;
use serde_json::{Value, json};

use super::{check, checked, first, sandbox, second};

#[tokio::test]
async fn a_match_leads_to_the_comparison_of_the_documents() {
    let sandbox = sandbox().await;
    let _ = checked(&first(&sandbox), "fvr-1", "inv-1").await;
    let client = second(&sandbox);
    let Outcome::Duplicate(fvr) = checked(&client, "fvr-2", "inv-1").await else {
        panic!("not a duplicate")
    };
    let entry = &fvr.matches()[0];
    let comparison = client.document_match(entry).await.unwrap();
    assert_eq!(
        comparison["match_identification"],
        entry.match_identification.as_str()
    );
    assert!(
        !comparison["documents"][0]["lines"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    assert_eq!(
        client
            .document_matches()
            .await
            .unwrap()
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn where_the_entrys_own_identifier_leads_nowhere_those_of_the_documents_are_tried() {
    let sandbox = sandbox().await;
    let _ = checked(&first(&sandbox), "fvr-1", "inv-1").await;
    let client = second(&sandbox);
    let outcome = checked(&client, "fvr-2", "inv-1").await;
    let entry = &outcome.fvr().matches()[0];
    sandbox.monetago().clear_received();
    sandbox
        .monetago()
        .misbehave(Fault::status(404).on("get_document_match"))
        .unwrap();
    client.document_match(entry).await.unwrap();
    let paths: Vec<_> = sandbox
        .monetago()
        .received()
        .into_iter()
        .map(|request| request.path)
        .collect();
    let related = &entry.related_document_match_identifications[0];
    assert_eq!(
        paths,
        [
            format!("/v1/document-matches/{}", entry.match_identification),
            format!("/v1/document-matches/{related}")
        ]
    );

    sandbox
        .monetago()
        .misbehave(Fault::status(404).on("get_document_match").always())
        .unwrap();
    assert!(
        client
            .document_match(entry)
            .await
            .unwrap_err()
            .is_not_found()
    );
}

#[tokio::test]
async fn trouble_with_a_match_is_told_and_not_taken_for_another_identifier() {
    let sandbox = sandbox().await;
    let _ = checked(&first(&sandbox), "fvr-1", "inv-1").await;
    let client = second(&sandbox);
    let outcome = checked(&client, "fvr-2", "inv-1").await;
    sandbox.monetago().clear_received();
    sandbox
        .monetago()
        .misbehave(Fault::status(403).on("get_document_match"))
        .unwrap();
    assert!(
        client
            .document_match(&outcome.fvr().matches()[0])
            .await
            .unwrap_err()
            .is_auth()
    );
    assert_eq!(sandbox.monetago().received().len(), 1);
}

#[tokio::test]
async fn a_set_of_fvrs_is_defined_and_read_with_the_generated_operations() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let _ = checked(&client, "fvr-1", "inv-1").await;
    let selection = json!({"submitter_data_set_identification": "fvr-1"})
        .as_object()
        .unwrap()
        .clone();
    let set = client
        .api()
        .create_status_request()
        .body(selection)
        .send()
        .await
        .unwrap();
    let status = client
        .api()
        .get_status()
        .request_identification(&set.request_identification)
        .send()
        .await
        .unwrap();
    assert_eq!(status.status(), 200);
    assert_eq!(status.into_inner().0[0]["financing_request_status"], "REGU");
}

#[tokio::test]
async fn what_no_spec_describes_is_sent_with_the_same_token() {
    let sandbox = sandbox().await;
    let client = first(&sandbox);
    let _ = checked(&client, "fvr-1", "inv-1").await;
    // The sandbox plays no operation that isn't in the spec, so this is one of those, without what the spec says of it.
    let operation = Operation::custom(Method::GET, "/{what}");
    let mut request = client.api().session().request(&operation);
    request.path("what", &"activity");
    request.query("limit", &1);
    let answer = request.send_json::<Value, Value>().await.unwrap();
    assert_eq!(answer[0]["financing_request_status"], "REGU");
    let sent = sandbox.monetago().received().pop().unwrap();
    assert_eq!(
        (sent.path.as_str(), sent.query.as_deref()),
        ("/v1/activity", Some("limit=1"))
    );
    assert_eq!(sandbox.monetago().tokens_issued(), 1);
}

#[tokio::test]
async fn the_generated_client_works_without_the_facade_on_the_callers_own_token() {
    let sandbox = sandbox().await;
    let known = sandbox.monetago().lender(Lender::First);
    let Environment::Custom { api, auth } = lender::environment(&sandbox) else {
        panic!("not the sandbox")
    };
    let anonymous = Session::builder(&api)
        .server("auth", &auth)
        .anonymous()
        .build()
        .unwrap();
    let token = florin_monetago::Client::new(anonymous)
        .create_access_token()
        .body_map(|body| {
            body.client_id(known.client_id)
                .client_secret(known.client_secret)
                .audience(known.audience)
                .grant_type(florin_monetago::types::GrantType::ClientCredentials)
        })
        .send()
        .await
        .unwrap()
        .into_inner();

    let session = Session::builder(&api)
        .bearer(token.access_token)
        .build()
        .unwrap();
    let client = florin_monetago::Client::new(session);
    let registered = client
        .register_transactions()
        .body(check("fvr-1", "inv-1"))
        .send()
        .await
        .unwrap();
    let status = client
        .get_status()
        .request_identification(&registered.request_identification)
        .send()
        .await
        .unwrap();
    assert_eq!(
        status.into_inner().0["request_identification"],
        registered.request_identification.as_str()
    );
}

#[tokio::test]
async fn an_error_of_the_api_comes_with_its_typed_body_and_shows_none_of_it() {
    let sandbox = sandbox().await;
    let error = first(&sandbox)
        .api()
        .get_status()
        .request_identification("no-such-id")
        .send()
        .await
        .unwrap_err();
    assert!(error.is_not_found());
    let detail = error.body().unwrap().detail.as_deref().unwrap();
    assert!(detail.contains("no-such-id"));
    assert!(!error.to_string().contains("no-such-id"), "{error}");
}
