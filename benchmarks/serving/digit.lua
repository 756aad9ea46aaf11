-- A digit as raw bytes, for wrk; counts what is not 200.
local bytes = {}
for i = 0, 783 do
  local x, y = i % 28, math.floor(i / 28)
  bytes[#bytes + 1] = string.char((x == 13 or x == 14) and y > 4 and y < 24 and 255 or 0)
end
wrk.method = "POST"
wrk.path = "/predict"
wrk.body = table.concat(bytes)
wrk.headers["Content-Type"] = "application/octet-stream"

function done(summary, latency, requests)
  io.write(string.format("%.0f requests per second, p50 %.2f ms, p99 %.2f ms, %d answers, %d refused or lost\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, summary.requests,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
