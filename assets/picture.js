// The picture: drawn off-screen by plotly.js from the figure that the server sends, with its filter and sources in the file's metadata.
(function () {
  "use strict";
  const LARGEST = 16000; // pixels a side: browsers draw nothing above this
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });

  function crc(bytes) {
    let c = 0xffffffff;
    for (const byte of bytes) c = table[(c ^ byte) & 0xff] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  }

  // An iTXt chunk (PNG 1.2, 4.2.3.3): keyword, no compression, no language, UTF-8 text.
  function chunk(keyword, text) {
    const body = new TextEncoder().encode("iTXt" + keyword + "\0\0\0\0\0" + text);
    const whole = new Uint8Array(body.length + 8);
    const view = new DataView(whole.buffer);
    view.setUint32(0, body.length - 4);
    whole.set(body, 4);
    view.setUint32(body.length + 4, crc(body));
    return whole;
  }

  function withAbout(png, about) {
    const header = 33; // signature and IHDR
    const chunks = Object.entries(about).map(([keyword, text]) => chunk(keyword, text));
    return new Blob([png.slice(0, header), ...chunks, png.slice(header)], { type: "image/png" });
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  async function draw(order) {
    const say = (words) => window.dash_clientside.set_props("status", { children: words });
    try {
      const format = order.kind === "svg" ? "svg" : "png";
      const url = await window.Plotly.toImage(order.figure, { format, width: order.width, height: order.height, scale: format === "svg" ? 1 : Math.min(order.scale, LARGEST / Math.max(order.width, order.height)) });
      if (format === "svg") {
        save(new Blob([decodeURIComponent(url.slice(url.indexOf(",") + 1))], { type: "image/svg+xml" }), order.name + ".svg");
        return say(order.name + ".svg is ready.");
      }
      const bytes = Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (char) => char.charCodeAt(0));
      const blob = withAbout(bytes, { ...order.about, Source: window.location.href });
      if (order.kind === "copy") {
        await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
        return say("The picture is in the clipboard.");
      }
      save(blob, order.name + ".png");
      say(order.name + ".png is ready.");
    } catch (error) {
      say("The picture could not be made: " + error.message);
    }
  }

  window.timelinePicture = { draw };
})();
