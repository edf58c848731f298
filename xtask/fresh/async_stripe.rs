use stripe_core::balance::RetrieveForMyAccountBalance;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let stripe = stripe::Client::new(std::env::var("STRIPE_SECRET_KEY")?);
    let balance = RetrieveForMyAccountBalance::new().send(&stripe).await?;
    println!("{balance:?}");
    Ok(())
}
