using System.Net;

namespace Sitrep.Tests.Web;

/// <summary>Asks again where a desk says that it is still reading: on a busy machine that can take longer than one answer waits.</summary>
internal sealed class PatientHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>Answers of a minute each.</summary>
    private const int Times = 10;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int time = 1; ; time++)
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || request.Method != HttpMethod.Get || time == Times) return answer;
            answer.Dispose();
        }
    }
}
