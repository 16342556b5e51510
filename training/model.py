"""The model: a llama-architecture decoder, written to train fast both on a GPU and on a few CPU cores.

Three things differ from the textbook, none of them in what the exported model computes:

- RMSNorm has no gain (the next matrix can learn it); the export writes ones.
- Rotary positions turn the two halves of a head (contiguous, so fast); llama.cpp turns even and odd
  elements for this architecture, so the export interleaves the rows of the query and key matrices.
- The last feed-forward layer and the head run only at the positions the loss looks at (`trunk`, then `tail`).

Master weights are float32; activations and matrix products use the dtype of `Model.compute`.
"""
import torch
import torch.nn.functional as F
from torch import nn

EPSILON = 1e-5
BLOCK = 128  # queries per attention block on a CPU: what lies above the diagonal blocks is never computed


class RmsNorm(torch.autograd.Function):
    """x / rms(x) in few passes over memory, which is what counts where nothing fuses them."""

    @staticmethod
    def forward(ctx, x):
        norm = torch.linalg.vector_norm(x, dim=-1, keepdim=True, dtype=torch.promote_types(x.dtype, torch.float32))
        scale = torch.rsqrt(norm * norm / x.shape[-1] + EPSILON).to(x.dtype)
        y = x * scale
        ctx.save_for_backward(y, scale)
        return y

    @staticmethod
    def backward(ctx, grad):
        y, scale = ctx.saved_tensors
        mean = (grad * y).sum(-1, keepdim=True).div_(y.shape[-1])
        return torch.addcmul(grad, y, mean, value=-1).mul_(scale)


class SwiGlu(torch.autograd.Function):
    """silu(gate) * up with a hand-written backward, for the same reason."""

    @staticmethod
    def forward(ctx, both):
        gate, up = both.chunk(2, -1)
        sigmoid = torch.sigmoid(gate)
        silu = gate * sigmoid
        ctx.save_for_backward(both, sigmoid, silu)
        return silu * up

    @staticmethod
    def backward(ctx, grad):
        both, sigmoid, silu = ctx.saved_tensors
        up = both.chunk(2, -1)[1]
        out = torch.empty_like(both)
        out_gate, out_up = out.chunk(2, -1)
        torch.mul(grad, silu, out=out_up)
        slope = torch.addcmul(sigmoid, silu, 1 - sigmoid)
        torch.mul(slope.mul_(up), grad, out=out_gate)
        return out


class SplitHeads(torch.autograd.Function):
    """(batch, length, heads + 2 kv_heads, size) to turned queries and keys and to values, each (batch, heads, length, size)."""

    @staticmethod
    def turn(x, cos, sin, out):
        half = x.shape[-1] // 2
        torch.mul(x, cos, out=out)
        out[..., :half].addcmul_(x[..., half:], sin[..., :half])
        out[..., half:].addcmul_(x[..., :half], sin[..., half:])

    @staticmethod
    def forward(ctx, y, cos, sin, heads, kv_heads):
        batch, length, _, size = y.shape
        ctx.save_for_backward(cos, sin)
        q, k, v = (y.new_empty(batch, n, length, size) for n in (heads, kv_heads, kv_heads))
        SplitHeads.turn(y[:, :, :heads], cos, sin, q.transpose(1, 2))
        SplitHeads.turn(y[:, :, heads:-kv_heads], cos, sin, k.transpose(1, 2))
        v.transpose(1, 2).copy_(y[:, :, -kv_heads:])
        return q, k, v

    @staticmethod
    def backward(ctx, dq, dk, dv):
        cos, sin = ctx.saved_tensors
        dq, dk, dv = (d.transpose(1, 2) for d in (dq, dk, dv))
        heads, kv_heads = dq.shape[2], dk.shape[2]
        dy = dq.new_empty(*dq.shape[:2], heads + 2 * kv_heads, dq.shape[3])
        SplitHeads.turn(dq, cos, -sin, dy[:, :, :heads])
        SplitHeads.turn(dk, cos, -sin, dy[:, :, heads:-kv_heads])
        dy[:, :, -kv_heads:] = dv
        return dy, None, None, None, None


class Attention(torch.autograd.Function):
    """Causal attention of scaled q, k, v: (batch x heads, length, size), by blocks of queries."""

    @staticmethod
    def forward(ctx, q, k, v):
        length = q.shape[1]
        mask = q.new_full((BLOCK, BLOCK), -1e4).triu_(1)
        out, saved = torch.empty_like(q), []
        for start in range(0, length, BLOCK):
            end = min(start + BLOCK, length)
            scores = torch.bmm(q[:, start:end], k[:, :end].transpose(1, 2))
            scores[:, :, start:end] += mask[:end - start, :end - start]
            saved.append(torch.softmax(scores, -1))
            out[:, start:end] = torch.bmm(saved[-1], v[:, :end])
        ctx.save_for_backward(q, k, v, *saved)
        return out

    @staticmethod
    def backward(ctx, grad):
        q, k, v, *saved = ctx.saved_tensors
        dq, dk, dv = torch.empty_like(q), None, None
        for i, share in reversed(list(enumerate(saved))):
            start, end = i * BLOCK, i * BLOCK + share.shape[1]
            g = grad[:, start:end]
            scores = torch._softmax_backward_data(torch.bmm(g, v[:, :end].transpose(1, 2)), share, -1, share.dtype)
            dq[:, start:end] = torch.bmm(scores, k[:, :end])
            key, value = torch.bmm(scores.transpose(1, 2), q[:, start:end]), torch.bmm(share.transpose(1, 2), g)
            if dk is None:
                dk, dv = key, value
            else:
                dk[:, :end] += key
                dv[:, :end] += value
        return dq, dk, dv


def rms_norm(x):
    if not x.is_cuda:
        return RmsNorm.apply(x)
    y = x.float()
    return (y * torch.rsqrt(y.square().mean(-1, keepdim=True) + EPSILON)).to(x.dtype)


def swiglu(both):
    if not both.is_cuda:
        return SwiGlu.apply(both)
    gate, up = both.chunk(2, -1)
    return F.silu(gate) * up


def attend(y, cos, sin, heads, kv_heads):
    """(batch, length, heads + 2 kv_heads, size) to (batch, length, heads x size). Padding comes last, so it needs no mask."""
    if not y.is_cuda:
        q, k, v = SplitHeads.apply(y, cos, sin, heads, kv_heads)
    else:
        half = y.shape[-1] // 2
        qk, v = y[:, :, :-kv_heads], y[:, :, -kv_heads:]
        qk = qk * cos + torch.cat((qk[..., half:], qk[..., :half]), -1) * sin
        q, k, v = (t.transpose(1, 2) for t in (qk[:, :, :heads], qk[:, :, heads:], v))
    if kv_heads < heads:
        k, v = (t.repeat_interleave(heads // kv_heads, 1) for t in (k, v))
    if not y.is_cuda:
        out = Attention.apply(*(t.flatten(0, 1) for t in (q, k, v))).view(q.shape)
    else:
        out = F.scaled_dot_product_attention(q, k, v, is_causal=True, scale=1.0)
    return out.transpose(1, 2).flatten(2)


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.heads, self.kv_heads, self.size = c["heads"], c["kv_heads"], c["head_size"]
        width, inner = c["width"], c["heads"] * c["head_size"]
        self.qkv = nn.Parameter(torch.randn(inner + 2 * c["kv_heads"] * c["head_size"], width) * width ** -0.5)
        self.out = nn.Parameter(torch.zeros(width, inner))
        self.gate_up = nn.Parameter(torch.randn(2 * c["hidden"], width) * width ** -0.5)
        self.down = nn.Parameter(torch.zeros(width, c["hidden"]))

    def attention(self, x, cos, sin):
        batch, length, _ = x.shape
        y = F.linear(rms_norm(x), self.qkv.to(x.dtype)).view(batch, length, -1, self.size)
        y = attend(y, cos, sin, self.heads, self.kv_heads)
        return x + F.linear(y, self.out.to(x.dtype))

    def feed_forward(self, x):
        return x + F.linear(swiglu(F.linear(rms_norm(x), self.gate_up.to(x.dtype))), self.down.to(x.dtype))


class Model(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = c = dict(config)
        self.compute = torch.float32
        self.embedding = nn.Parameter(torch.randn(c["vocabulary"], c["width"]) * 0.1)
        self.blocks = nn.ModuleList(Block(c) for _ in range(c["layers"]))
        self.head = None if c["tied"] else nn.Parameter(torch.zeros(c["vocabulary"], c["width"]))
        half = c["head_size"] // 2
        angle = torch.outer(torch.arange(c["context"]), c["rope_base"] ** (-torch.arange(half) / half))
        scale = c["head_size"] ** -0.25  # of queries and keys both: their product is scaled by 1 / sqrt(head size)
        cos, sin = angle.cos() * scale, angle.sin() * scale
        self.register_buffer("cos", torch.cat((cos, cos), -1)[:, None], persistent=False)
        self.register_buffer("sin", torch.cat((-sin, sin), -1)[:, None], persistent=False)

    def trunk(self, tokens):
        """(batch, length) ids to (batch, length, width): everything but the last feed-forward layer."""
        x = F.embedding(tokens, self.embedding.to(self.compute))
        cos, sin = (t[:tokens.shape[1]].to(x.dtype) for t in (self.cos, self.sin))
        for i, block in enumerate(self.blocks):
            x = block.attention(x, cos, sin)
            if i < len(self.blocks) - 1:
                x = block.feed_forward(x)
        return x

    def tail(self, x):
        """(positions, width) to (positions, vocabulary) logits."""
        x = rms_norm(self.blocks[-1].feed_forward(x))
        return F.linear(x, (self.embedding if self.head is None else self.head).to(x.dtype)).float()

    def forward(self, tokens):
        x = self.trunk(tokens)
        return self.tail(x.flatten(0, 1)).view(*tokens.shape, -1)
