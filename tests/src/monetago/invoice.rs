//! Registrations of invoices, as the documentation shows them.

use florin::monetago::types::RegistrationRequest;
use serde_json::{Value, json};

/// One FVR with one invoice: `data_set` is the lender's name for the FVR, `number` that of the invoice. The same number is
/// the same invoice.
#[must_use]
pub fn fvr(data_set: &str, number: &str) -> Value {
    json!({
        "submitter_data_set_identification": data_set,
        "financing_applicant": {"name": "Straits Cocoa Trading", "country_of_domicile": "SG"},
        "financing_request_amount": {"currency": "SGD", "amount": "120,000.00"},
        "referred_documents": [{
            "submitter_document_reference": format!("{data_set}-invoice"),
            "document_summary": {
                "document_type": "CINV",
                "issue_date": "2026-11-02",
                "seller_identification": {"name": "Straits Cocoa Trading"},
                "buyer_identification": {"name": "Confiserie du Lac"},
                "invoice_number": number,
                "total_invoice_amount": {"currency": "SGD", "amount": "145,000.00"}
            }
        }]
    })
}

/// A registration of these FVRs in one batch. `service` is `REGI` or `REFI`.
///
/// # Errors
/// Where the FVRs aren't what a registration takes.
pub fn registration_of(
    service: &str,
    fvrs: &[Value],
) -> Result<RegistrationRequest, serde_json::Error> {
    serde_json::from_value(json!({
        "batch_collection": [{
            "submitter_batch_identification": "batch-0147",
            "data_set_validation_service": service,
            "financing_validation_request_details": fvrs
        }]
    }))
}
