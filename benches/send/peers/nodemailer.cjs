// Nodemailer as its documentation shows it: a pool of connections, a message made for each reader, and no more in memory than the pool asks for.
// Arguments: the installed package, port, connections, number of copies, folder of the letter.

const fs = require("node:fs");
const path = require("node:path");

const [nodemailer, port, connections, copies, folder] = process.argv.slice(2);
const read = (name) => fs.readFileSync(path.join(folder, name), "utf8");
const [html, text] = [read("letter.html"), read("letter.txt")];

const transport = require(nodemailer).createTransport({
  pool: true,
  host: "127.0.0.1",
  port: Number(port),
  secure: false,
  ignoreTLS: true,
  maxConnections: Number(connections),
  maxMessages: Infinity,
});

function message(number) {
  const digits = String(number).padStart(7, "0");
  const [name, address] = [`Reader ${digits}`, `reader${digits}@example.org`];
  const token = String(number).padStart(35, "0");
  const filled = (letter) =>
    letter.replaceAll("@@NAME@@", name).replaceAll("@@ADDRESS@@", address).replaceAll("@@TOKEN@@", token);
  return {
    from: { name: "Measured Weekly", address: "weekly@example.org" },
    to: { name, address },
    subject: "The week",
    text: filled(text),
    html: filled(html),
  };
}

let [next, answered] = [0, 0];
transport.on("idle", () => {
  while (next < Number(copies) && transport.isIdle()) {
    transport.sendMail(message(next++), (error) => {
      if (error) {
        console.error(error);
        process.exit(1);
      }
      answered += 1;
      if (answered === Number(copies)) {
        transport.close();
      }
    });
  }
});
