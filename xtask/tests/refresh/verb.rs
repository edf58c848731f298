//! What the verb prints, writes and ends with.

use serde_json::json;

use crate::lender::{SETTINGS, Workspace, grown, published, shrunk};
use crate::server::{Server, raw, with};

pub(crate) const OVERLAY: &str = "overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\nactions:\n- target: $.components.schemas.Loan.properties\n  \
                       description: They send it.\n  update: {status: {type: string}}\n";

#[test]
fn where_no_address_is_known_it_says_what_to_bring() {
    let workspace = Workspace::by_hand();
    let said = workspace.leaves_all(&[], 0);
    assert_eq!(
        said,
        "lender: no address is known; bring a file with --from\n"
    );
    let said = workspace.leaves_all(&["lender"], 2);
    assert_eq!(
        said,
        "xtask: lender: no address is known; bring a file with --from\n"
    );
    let said = workspace.leaves_all(&["lender", "--offline"], 2);
    assert!(
        said.contains("lender: nothing is kept of upstream"),
        "{said}"
    );
}

#[test]
fn wrong_usage_is_told() {
    let workspace = Workspace::by_hand();
    let said = workspace.leaves_all(&["nobody"], 2);
    assert!(
        said.contains("nobody: there is no such provider in `specs`; there are lender"),
        "{said}"
    );
    let from = workspace.put("new.json", &published());
    let said = workspace.leaves_all(&["--from", &from], 2);
    assert!(
        said.contains("--from: it says where the spec of one provider is"),
        "{said}"
    );
    workspace.leaves_all(&["lender", "--offline", "--from", &from], 2);
    let said = workspace.leaves_all(&["lender", "--from", "https://a:b@example.com/x"], 2);
    assert!(
        said.contains("--from: the address holds a name or a password"),
        "{said}"
    );
    let said = workspace.leaves_all(&["lender", "--from", "nowhere.yaml"], 2);
    assert!(said.contains("nowhere.yaml: "), "{said}");
}

#[test]
fn the_first_refresh_keeps_upstream_and_makes_the_document_of_it() {
    let workspace = Workspace::by_hand();
    let from = workspace.put("new.json", &grown());
    let page = workspace.writes(&["lender", "--from", &from]);
    assert!(page.contains("get_offer"), "{page}");
    assert!(page.contains("\nlender: written: openapi.yaml, "), "{page}");
    let upstream = workspace.read("specs/lender/upstream/openapi.yaml");
    let openapi = workspace.read("specs/lender/openapi.yaml");
    assert!(upstream.starts_with("openapi: "), "{upstream}");
    let head = "# Made by cargo xtask refresh from upstream/openapi.yaml and overlay.yaml; not to be edited: corrections go \
                into overlay.yaml.\n";
    assert!(
        openapi.starts_with(&format!("{head}openapi: ")),
        "{openapi}"
    );
    assert!(
        workspace
            .read("specs/lender/surface.txt")
            .contains("get_offer")
    );
    let settings = workspace.read("specs/lender/provider.toml");
    assert!(
        settings.starts_with("# Where it is from.\n") && settings.contains("# None is known.\n"),
        "{settings}"
    );
    assert!(
        settings.contains("\nsha256 = \"") && !settings.contains("sha256 = \"\""),
        "{settings}"
    );
    assert!(settings.contains("\nread_on = \"20"), "{settings}");
    let said = workspace.leaves_all(&["lender", "--from", &from], 0);
    assert!(said.ends_with("lender: up to date\n"), "{said}");
}

#[test]
fn what_is_written_otherwise_but_says_the_same_changes_the_hash_alone() {
    let workspace = Workspace::refreshed();
    let before = workspace.specs();
    workspace.write("same.yaml", &format!("# The same.\n{}\n", published()));
    let from = workspace.root().join("same.yaml").display().to_string();
    workspace.writes(&["lender", "--from", &from]);
    let after = workspace.specs();
    let changed: Vec<_> = before
        .keys()
        .filter(|path| before.get(*path) != after.get(*path))
        .collect();
    assert_eq!(
        changed,
        [&workspace.root().join("specs/lender/provider.toml")]
    );
}

#[test]
fn what_breaks_is_written_only_when_that_is_accepted() {
    let workspace = Workspace::refreshed();
    let from = workspace.put("new.json", &shrunk());
    let page = workspace.leaves_all(&["lender", "--from", &from], 1);
    assert!(page.contains("note"), "{page}");
    assert!(
        page.contains("lender: not written: ") && page.contains("run it again with --accept"),
        "{page}"
    );
    workspace.writes(&["lender", "--from", &from, "--accept"]);
    assert!(!workspace.read("specs/lender/openapi.yaml").contains("note"));
}

#[test]
fn a_dry_run_shows_all_and_writes_nothing() {
    let workspace = Workspace::refreshed();
    let breaking = workspace.put("breaking.json", &shrunk());
    let page = workspace.leaves_all(&["lender", "--from", &breaking, "--dry-run"], 1);
    assert!(
        page.contains("note") && page.contains("this is a dry run: openapi.yaml, "),
        "{page}"
    );
    let additive = workspace.put("additive.json", &grown());
    let page = workspace.leaves_all(&["lender", "--from", &additive, "--dry-run", "--accept"], 0);
    assert!(page.contains("get_offer"), "{page}");
}

#[test]
fn the_overlay_is_applied_to_what_comes_and_again_to_what_is_kept() {
    let workspace = Workspace::refreshed();
    workspace.write("specs/lender/overlay.yaml", OVERLAY);
    let page = workspace.writes(&["lender", "--offline"]);
    assert!(page.contains("status"), "{page}");
    assert!(
        workspace
            .read("specs/lender/openapi.yaml")
            .contains("status:")
    );
    assert!(
        !workspace
            .read("specs/lender/upstream/openapi.yaml")
            .contains("status:")
    );
    workspace.leaves_all(&["lender", "--offline"], 0);
    let from = workspace.put("new.json", &grown());
    workspace.writes(&["lender", "--from", &from]);
    assert!(
        workspace
            .read("specs/lender/openapi.yaml")
            .contains("status:")
    );
    workspace.write(
        "specs/lender/overlay.yaml",
        &OVERLAY.replace("schemas.Loan", "schemas.Laon"),
    );
    let said = workspace.leaves_all(&["lender", "--offline", "--accept"], 2);
    assert!(
        said.contains("Laon") && said.contains("overlay.yaml"),
        "{said}"
    );
}

#[test]
fn a_provider_that_is_named_twice_is_refreshed_once() {
    let workspace = Workspace::refreshed();
    let said = workspace.leaves_all(&["lender", "lender", "--offline"], 0);
    assert_eq!(said.matches("up to date").count(), 1, "{said}");
}

#[test]
fn a_spec_that_can_not_be_used_leaves_everything_as_it_was() {
    let workspace = Workspace::refreshed();
    for (text, wrong) in [
        ("", "it is empty"),
        ("<html>Log in</html>", "this is a page (HTML or XML)"),
        (
            "swagger: '2.0'\npaths: {}\n",
            "this is a document of Swagger 2.0",
        ),
        ("openapi: 3.0.3\ninfo: {title: x", "new.yaml:"),
        (
            "openapi: 3.0.3\npaths: {/a: {get: {x-retry: sometimes, responses: {}}}}\n",
            "x-retry",
        ),
    ] {
        workspace.write("new.yaml", text);
        let from = workspace.root().join("new.yaml").display().to_string();
        let said = workspace.leaves_all(&["lender", "--accept", "--from", &from], 2);
        assert!(said.contains(wrong), "{said}");
        let tmp = std::env::temp_dir().join(".tmp").display().to_string();
        let foreign = said.replace(&workspace.root().display().to_string(), "");
        assert!(!foreign.contains(&tmp), "it names a temporary file: {said}");
    }
}

#[test]
fn from_its_own_address_only_what_is_newer_comes() {
    let workspace = Workspace::by_hand();
    let server = Server::new(|_, head| {
        if head.to_lowercase().contains("if-none-match: \"v1\"\r\n") {
            raw("HTTP/1.1 304 Not Modified\nconnection: close\n\n")
        } else {
            with(200, "etag: \"v1\"\r\n", &grown().to_string())
        }
    });
    let url = server.url("/spec.json?key=hush");
    let settings = SETTINGS.replace("openapi = \"\"", &format!("openapi = \"{url}\""));
    workspace.write("specs/lender/provider.toml", &settings);
    let said = workspace.leaves_all(&["lender"], 2);
    assert!(
        said.contains("is not https") && !said.contains("hush"),
        "{said}"
    );
    workspace.writes(&["lender", "--from", &url]);
    assert!(
        workspace
            .read("specs/lender/provider.toml")
            .contains("etag = '\"v1\"'\n")
    );
    let said = workspace.leaves_all(&["lender", "--from", &url], 0);
    assert!(
        said.contains("lender: up to date\n") && !said.contains("hush"),
        "{said}"
    );
    let heads = server.requests.lock().unwrap().clone();
    assert!(
        heads.len() == 2 && heads[1].to_lowercase().contains("if-none-match"),
        "{heads:?}"
    );
    // A mark says nothing of another address.
    workspace.leaves_all(&["lender", "--from", &server.url("/spec.json")], 0);
    let heads = server.requests.lock().unwrap().clone();
    assert!(
        !heads[2].to_lowercase().contains("if-none-match"),
        "{heads:?}"
    );
    // Nor of what isn't kept any more.
    std::fs::remove_file(workspace.root().join("specs/lender/upstream/openapi.yaml")).unwrap();
    workspace.writes(&["lender", "--from", &url, "--accept"]);
    // From anywhere else, marks are of no use.
    let from = workspace.put("new.json", &published());
    workspace.writes(&["lender", "--from", &from, "--accept"]);
    assert!(
        !workspace
            .read("specs/lender/provider.toml")
            .contains("etag")
    );
}

#[test]
fn one_provider_that_fails_keeps_no_other_from_being_refreshed() {
    let workspace = Workspace::refreshed();
    workspace.write("specs/broker/provider.toml", SETTINGS);
    workspace.write("specs/broker/openapi.yaml", &published().to_string());
    workspace.write("specs/lender/overlay.yaml", OVERLAY);
    let ended = workspace.refresh(&["broker", "lender", "--offline"]);
    assert_eq!(ended.code, Some(2), "{ended:?}");
    assert!(
        ended.err.contains("broker: nothing is kept of upstream"),
        "{ended:?}"
    );
    assert!(ended.out.contains("lender: written: "), "{ended:?}");
}

#[test]
fn of_several_documents_each_is_refreshed_and_what_they_share_is_kept_once() {
    let workspace = Workspace::empty();
    let folder = |at: &str, loans: &str| {
        workspace.write(&format!("{at}/loans.{loans}"), &json!({
            "openapi": "3.0.3", "info": { "title": "Loans", "version": "1" }, "paths": { "/loans": { "get": {
                "operationId": "list_loans", "summary": "Lists", "responses": { "200": { "description": "They",
                    "content": { "application/json": { "schema": { "$ref": "shared.yaml#/components/schemas/Loan" } } } } }
            } } }
        }).to_string());
        workspace.write(&format!("{at}/shared.yaml"), &json!({
            "openapi": "3.0.3", "info": { "title": "Lender", "version": "1" }, "paths": {},
            "components": { "schemas": { "Loan": { "type": "object", "properties": { "id": { "type": "string" } } } } }
        }).to_string());
    };
    folder("specs/lender", "yaml");
    workspace.write(
        "specs/lender/offers.yaml",
        "openapi: 3.0.3\ninfo: {title: Offers, version: '1'}\npaths: {}\n",
    );
    workspace.write("specs/lender/provider.toml", SETTINGS);
    folder("new", "json");
    let from = workspace.root().join("new").display().to_string();
    let page = workspace.writes(&["lender", "--accept", "--from", &from]);
    assert!(page.contains("Nothing came of: offers."), "{page}");
    let loans = workspace.read("specs/lender/loans.yaml");
    assert!(
        loans.starts_with(
            "# Made by cargo xtask refresh from upstream/loans.yaml and loans.overlay.yaml; "
        ),
        "{loans}"
    );
    assert!(
        loans.contains("shared.yaml#/components/schemas/Loan") && !loans.contains("\ncomponents:"),
        "{loans}"
    );
    let settings = workspace.read("specs/lender/provider.toml");
    assert!(
        settings.contains("[upstream.sha256]\nloans = \""),
        "{settings}"
    );
    workspace.leaves_all(&["lender", "--from", &from], 0);
    let one = format!("{from}/loans.json");
    workspace.leaves_all(&["lender", "--from", &one], 0);
    std::fs::rename(&one, format!("{from}/deposits.json")).unwrap();
    let said = workspace.leaves_all(&["lender", "--from", &format!("{from}/deposits.json")], 2);
    assert!(
        said.contains(
            "`deposits` is none of the documents of lender; they are called loans, offers, shared"
        ),
        "{said}"
    );
    let said = workspace.leaves_all(
        &[
            "lender",
            "--from",
            &workspace.root().join("specs").display().to_string(),
        ],
        2,
    );
    assert!(
        said.contains("the folder has none of the documents of lender"),
        "{said}"
    );
}
