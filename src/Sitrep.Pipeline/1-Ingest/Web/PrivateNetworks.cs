using System.Net;
using System.Net.Sockets;

namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>Addresses that only machines nearby can reach. A page of the open web must not be able to send us there (CWE-918).</summary>
internal static class PrivateNetworks
{
    private static readonly IPNetwork[] Networks =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("::1/128"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10"),
    ];

    /// <summary>True when the host is, or its name leads to, such an address. A name that leads nowhere is not.</summary>
    public static bool Holds(Uri address)
    {
        try
        {
            IPAddress[] found = IPAddress.TryParse(address.IdnHost, out IPAddress? written) ? [written] : Dns.GetHostAddresses(address.IdnHost);
            return found.Any(one => Networks.Any(network => network.Contains(one.IsIPv4MappedToIPv6 ? one.MapToIPv4() : one)));
        }
        catch (SocketException)
        {
            return false;   // fetching it will say so
        }
    }
}
