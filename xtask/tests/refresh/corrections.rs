//! What becomes of our corrections when upstream has changed, and what they must not leave behind.

use crate::lender::{Workspace, published, shrunk};
use crate::verb::OVERLAY;

/// With corrections of a type, of an operation, and one that takes something away.
const RENAMED_OVERLAY: &str = "# Ours.\noverlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions:\n# They told us so.\n\
                               - target: $.components.schemas.Loan.properties\n  description: They send it.\n  update: {status: \
                               {type: string}}\n- target: $.paths['/loans/{loanId}'].get # Reads.\n  update: {x-retry: safe}\n\
                               - target: $.components.schemas.Loan.properties.note\n  remove: true\n- target: $.info\n  update: \
                               {contact: {name: Us}}\n";

/// With other names for the type and for what stands in the path.
fn renamed() -> serde_json::Value {
    let text = published().to_string();
    let text = text.replace("schemas/Loan", "schemas/LoanView");
    let text = text
        .replace("\"Loan\":", "\"LoanView\":")
        .replace("loanId", "id");
    serde_json::from_str(&text).unwrap()
}

#[test]
fn where_upstream_has_renamed_things_each_action_says_where_the_same_is_now() {
    let workspace = Workspace::refreshed();
    workspace.write("specs/lender/overlay.yaml", RENAMED_OVERLAY);
    workspace.writes(&["lender", "--offline", "--accept"]);
    let from = workspace.put("new.json", &renamed());
    let said = workspace.leaves_all(&["lender", "--from", &from, "--accept"], 2);
    for expected in [
        "action 1 (`$.components.schemas.Loan.properties`), \"They send it.\": it matches nothing: ",
        "the same is at `$.components.schemas.LoanView.properties` now: correct the target",
        "action 2 (`$.paths['/loans/{loanId}'].get`): it matches nothing: ",
        "the same is at `$.paths['/loans/{id}'].get` now",
        "action 3 (`$.components.schemas.Loan.properties.note`): it matches nothing: ",
    ] {
        assert!(said.contains(expected), "{expected}\n{said}");
    }

    let page = workspace.writes(&["lender", "--from", &from, "--accept", "--recarry"]);
    assert!(
        page.contains("\n## Corrections that were moved\n\n- overlay.yaml: action 1 ("),
        "{page}"
    );
    let expected = RENAMED_OVERLAY
        .replace(
            "$.components.schemas.Loan.",
            "$.components.schemas.LoanView.",
        )
        .replace("{loanId}", "{id}");
    let unquoted = workspace.read("specs/lender/overlay.yaml").replace('"', "");
    assert_eq!(unquoted, expected);
    assert!(
        workspace
            .read("specs/lender/openapi.yaml")
            .contains("x-retry: safe")
    );
    workspace.leaves_all(&["lender", "--from", &from, "--recarry"], 0);
}

#[test]
fn a_correction_that_finds_no_place_is_taken_out_when_that_is_accepted() {
    let workspace = Workspace::refreshed();
    let more = "# Of the offers.\n- target: $.components.schemas.Loan.properties.note\n  update: {x-sensitive: pii}\n";
    workspace.write("specs/lender/overlay.yaml", &format!("{OVERLAY}{more}"));
    workspace.writes(&["lender", "--offline", "--accept"]);
    let from = workspace.put("new.json", &shrunk());
    let page = workspace.leaves_all(&["lender", "--from", &from, "--recarry"], 1);
    let lost = "- overlay.yaml: action 2 (`$.components.schemas.Loan.properties.note`): what it is for is nowhere upstream\n";
    assert!(page.contains(lost), "{page}");
    workspace.writes(&["lender", "--from", &from, "--recarry", "--accept"]);
    assert_eq!(workspace.read("specs/lender/overlay.yaml"), OVERLAY);
}

#[test]
fn an_overlay_that_leaves_no_openapi_document_is_refused_by_the_action() {
    let workspace = Workspace::refreshed();
    for (word, wrong) in [
        ("openapi", "what is left: this is no OpenAPI document"),
        ("paths", "what is left: it has no `paths`"),
        ("info", "what is left: it has no `info`"),
    ] {
        let removed =
            format!("{OVERLAY}- target: $.{word}\n  description: Not ours.\n  remove: true\n");
        workspace.write("specs/lender/overlay.yaml", &removed);
        let said = workspace.leaves_all(&["lender", "--offline", "--accept"], 2);
        let action = format!("overlay.yaml: action 2 (`$.{word}`), \"Not ours.\": {wrong}");
        assert!(said.contains(&action), "{said}");
    }
}

#[test]
fn what_a_correction_spoils_is_told_and_has_to_be_accepted() {
    let head = "overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions:\n";
    for (action, told, code) in [
        (
            "- target: $.components.schemas.Loan\n  remove: true\n".to_owned(),
            "## Spoiled by our corrections\n\n- openapi.yaml: `$ref: #/components/schemas/Loan` leads nowhere",
            1,
        ),
        (
            "- target: $.paths['/loans/{loanId}']\n  update: {post: 5}\n".to_owned(),
            "the operation is left out; upstream's is not: correct the overlay",
            1,
        ),
        (
            "- target: $.components.schemas.Loan.properties\n  update: {more: {type: banana}}\n"
                .to_owned(),
            "`type: banana` is no type of JSON",
            0,
        ),
    ] {
        let workspace = Workspace::refreshed();
        workspace.write("specs/lender/overlay.yaml", &format!("{head}{action}"));
        let page = workspace.leaves_all(&["lender", "--offline", "--dry-run"], code);
        assert!(page.contains(told), "{told}\n{page}");
    }
}
