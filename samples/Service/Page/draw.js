'use strict';
const size = 28;
const draw = document.getElementById('draw');
const pen = draw.getContext('2d', { willReadFrequently: true });
const saliency = document.getElementById('saliency').getContext('2d');
const answers = document.getElementById('answers');
const error = document.getElementById('error');
const rows = [];
let isDown = false;
let request = 0;

for (let digit = 0; digit < 10; digit++) {
  const row = answers.insertRow();
  row.insertCell().textContent = digit;
  const bar = document.createElement('div');
  const cell = row.insertCell();
  cell.className = 'bar';
  cell.append(bar);
  rows.push({ row, bar, share: row.insertCell() });
}

pen.lineWidth = 22;
pen.lineCap = pen.lineJoin = 'round';

function place(event) {
  const box = draw.getBoundingClientRect();
  return [(event.clientX - box.left) * draw.width / box.width, (event.clientY - box.top) * draw.height / box.height];
}

draw.addEventListener('pointerdown', event => {
  isDown = true;
  draw.setPointerCapture(event.pointerId);
  pen.beginPath();
  pen.moveTo(...place(event));
  pen.lineTo(...place(event));
  pen.stroke();
});
draw.addEventListener('pointermove', event => {
  if (isDown) {
    pen.lineTo(...place(event));
    pen.stroke();
  }
});
draw.addEventListener('pointerup', () => {
  isDown = false;
  ask();
});
document.getElementById('clear').addEventListener('click', () => {
  pen.clearRect(0, 0, draw.width, draw.height);
  saliency.clearRect(0, 0, size, size);
  rows.forEach(each => { each.bar.style.width = '0'; each.share.textContent = ''; each.row.className = ''; });
  request++;
});

// The mean ink of each square of 10 x 10 points, as the training images have it: 255 for ink.
function pixels() {
  const points = pen.getImageData(0, 0, draw.width, draw.height).data;
  const step = draw.width / size;
  const bytes = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (let v = 0; v < step; v++) {
        for (let u = 0; u < step; u++) {
          sum += points[((y * step + v) * draw.width + x * step + u) * 4 + 3];
        }
      }
      bytes[y * size + x] = Math.round(sum / (step * step));
    }
  }
  return bytes;
}

async function ask() {
  const mine = ++request;
  try {
    const response = await fetch('explain', { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: pixels() });
    const answer = await response.json();
    if (mine !== request) {
      return;
    }
    error.textContent = response.ok ? '' : answer.error;
    if (response.ok) {
      show(answer);
    }
  } catch {
    error.textContent = 'The service does not answer.';
  }
}

function show(answer) {
  answer.probabilities.forEach((share, digit) => {
    rows[digit].bar.style.width = `${100 * share}%`;
    rows[digit].share.textContent = share.toFixed(3);
    rows[digit].row.className = digit === answer.digit ? 'best' : '';
  });
  const image = saliency.createImageData(size, size);
  answer.saliency.forEach((value, i) => {
    image.data.set([255, 255 * (1 - value), 255 * (1 - value), 255], 4 * i);
  });
  saliency.putImageData(image, 0, 0);
  document.body.dataset.digit = answer.digit;
}
