//! Every verb with the mark in all that it takes, and all that is said about it.

use florin::nemuru::types::{self, FileType, LoanOperation, WebhookAuthOAuth2};
use florin::nemuru::{
    Client, ClientBuilder, ConditionsRequest, Credentials, Loan, Milestone, UploadFile,
    WebhookAuth, callback_webhook, email_webhook,
};
use florin_tests::nemuru::invitation::{self, LOAN};
use serde_json::json;

use super::said::{MARK, Said};

pub(crate) fn marked_invitation() -> types::CreateLoanRequest {
    let mut request = invitation::json("23f4dd4f-79aa-4ed2-ad7d-5c657eb4c7f7", LOAN);
    request["borrower"] = json!({
        "email": format!("{MARK}@example.com"),
        "first_name": MARK,
        "last_name": MARK,
        "phone_number": format!("+34 600 {MARK}")
    });
    request["asset"]["description"] = MARK.into();
    request["asset"]["details"] = json!({"plate": MARK, MARK: {"owner": MARK}});
    serde_json::from_value(request).unwrap()
}

pub(crate) fn marked_webhooks() -> [types::WebhookRequest; 4] {
    let target = format!("https://{MARK}.example/{MARK}?{MARK}");
    let access = WebhookAuthOAuth2 {
        url: "https://shop.example/token".into(),
        client_id: "florin".into(),
        client_secret: MARK.into(),
        username: MARK.into(),
        password: MARK.into(),
    };
    let mut extra = callback_webhook(&target, WebhookAuth::none());
    extra
        .extra
        .insert("authorization_header".into(), MARK.into());
    [
        callback_webhook(&target, WebhookAuth::header(format!("Bearer {MARK}"))),
        callback_webhook(&target, WebhookAuth::oauth2(access)),
        email_webhook(format!("{MARK}@example.com")),
        extra,
    ]
}

pub(crate) fn marked_files() -> [UploadFile; 4] {
    let kind = FileType::DocumentIdFront;
    [
        UploadFile::bytes(format!("{MARK}.jpeg"), kind.clone(), MARK),
        UploadFile::reader(MARK, kind.clone(), MARK.as_bytes()),
        UploadFile::path(format!("/{MARK}/{MARK}.jpeg"), kind.clone()),
        UploadFile::bytes(MARK, kind, ""),
    ]
}

pub(crate) fn marked_builder(builder: ClientBuilder) -> ClientBuilder {
    builder.credentials(Credentials::new(format!("{MARK}@example.com"), MARK))
}

/// All of it.
pub(crate) async fn everything(said: &mut Said, client: &Client) {
    said.debug(client);
    said.outcome(client.agent().await);
    let conditions = ConditionsRequest::new("a", "EUR", 30, 5000.into());
    said.outcome(client.conditions(&conditions).await);
    let request = marked_invitation();
    said.debug(&request);
    said.outcome(client.create_loan(&request).await);
    let mut wrong = marked_invitation();
    wrong.borrower.email = MARK.into();
    said.outcome(client.create_loan(&wrong).await);

    let loan: Loan = client.loan(LOAN);
    said.debug(&loan);
    said.outcome(loan.read().await);
    said.outcome(loan.poller_until(Milestone::FundsSent).await);
    let fields = json!({"reason": MARK, MARK: MARK});
    let fields = fields.as_object().unwrap().clone();
    said.outcome(loan.perform_with(LoanOperation::CancelLoan, fields).await);
    said.outcome(loan.files().await);
    for file in marked_files() {
        said.debug(&file);
        if let Err(error) = loan.upload([file]).await {
            said.upload_error(&error);
        }
    }
    said.outcome(client.webhooks().await);
    said.outcome(client.webhook(LOAN).await);
    for request in marked_webhooks() {
        said.debug(&request);
        said.outcome(client.create_webhook(&request).await);
        said.outcome(client.ensure_webhook(&request).await);
        said.outcome(client.update_webhook(LOAN, &request).await);
    }
}
