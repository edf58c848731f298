use florin::monetago::{Client, ClientCredentials, Environment};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let monetago = Client::builder()
        .environment(Environment::CustomerTest)
        .credentials(ClientCredentials::from_env()?)
        .build()?;
    let status = monetago.api().get_status().request_identification("a registration").send().await?;
    println!("{status:?}");
    Ok(())
}
