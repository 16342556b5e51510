using ArcMini.Campaigns;

return args switch
{
    ["charges"] => Charges.Run() ? 0 : 1,
    _ => 2,
};
