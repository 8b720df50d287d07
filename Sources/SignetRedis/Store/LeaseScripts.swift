/// What Redis does in one step about leases.
///
/// All leases stand in one hash, so that Redis loses all of them or none:
///
/// | field | value |
/// | --- | --- |
/// | `server` | the run of the server that knows them |
/// | `quiet` | until when nobody is given a number, in Unix milliseconds |
/// | `last` | the last token |
/// | `POOL` with the number before it, `3:node` | token, deadline and mark, with spaces between |
///
/// What every script begins with notices a loss: the hash is gone, or another run of the server
/// found it in a backup that may be old, or on a replica that may not have heard all. Then it is
/// quiet for as long as the longest lease: whoever held a number renews it meanwhile or has let go
/// of it afterwards, and nobody can be given a number that another still holds.
enum LeaseScripts {
    /// `KEYS[1]` is the hash, `ARGV[1]` the time of a given clock or nothing, `ARGV[2]` the longest
    /// lease.
    ///
    /// Tokens follow the microseconds of the clock, so that they grow past those of which Redis
    /// knows no more; they stay below 2^53, what a number of Lua holds.
    private static let beginning = """
        local key = KEYS[1]
        local micros
        if ARGV[1] ~= '' then
            micros = tonumber(ARGV[1]) * 1000
        else
            local time = redis.call('TIME')
            micros = tonumber(time[1]) * 1000000 + tonumber(time[2])
        end
        local now = math.floor(micros / 1000)
        local longest = tonumber(ARGV[2])
        local server = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
        if redis.call('HGET', key, 'server') ~= server then
            redis.call('HSET', key, 'server', server, 'quiet', string.format('%.0f', now + longest))
        end
        local quiet = tonumber(redis.call('HGET', key, 'quiet'))
        local function entry(field)
            local value = redis.call('HGET', key, field)
            if not value then return nil end
            local token, deadline, mark = string.match(value, '^(%d+) (%d+) (%-?%d+)$')
            return { token = tonumber(token), deadline = tonumber(deadline), mark = mark }
        end
        local function store(field, token, deadline, mark)
            redis.call('HSET', key, field, string.format('%.0f %.0f %s', token, deadline, mark))
        end
        local function last(token)
            local known = tonumber(redis.call('HGET', key, 'last') or '0')
            if token > known then
                redis.call('HSET', key, 'last', string.format('%.0f', token))
            end
            return math.max(token, known)
        end

        """

    /// Notices a loss.
    static let look = RedisScript(beginning + "return { string.format('%.0f', quiet - now) }")

    /// `ARGV`: the pool, how many numbers, how long, a mark by which a repetition finds its own.
    static let acquire = RedisScript(
        beginning + """
            local pool, count, mark = ARGV[3], tonumber(ARGV[4]), ARGV[6]
            local deadline = now + math.min(tonumber(ARGV[5]), longest)
            if now < quiet then return nil end
            local free
            for number = 0, count - 1 do
                local known = entry(number .. ':' .. pool)
                if known and known.mark == mark and known.deadline > now then
                    return { number, string.format('%.0f', known.token),
                        string.format('%.0f', known.deadline) }
                end
                if not free and (not known or known.deadline <= now) then free = number end
            end
            if not free then return nil end
            local token = last(math.max(micros, last(0) + 1))
            store(free .. ':' .. pool, token, deadline, mark)
            return { free, string.format('%.0f', token), string.format('%.0f', deadline) }
            """
    )

    /// `ARGV`: the pool, the number, the token, the deadline that the holder knows, how long.
    static let renew = RedisScript(
        beginning + """
            local field, token = ARGV[4] .. ':' .. ARGV[3], tonumber(ARGV[5])
            local known = entry(field)
            local mark = known and known.token == token and known.mark or '0'
            local until_ = known and known.token == token and known.deadline or 0
            if now < quiet then
                -- Redis may have forgotten this lease, or know an older deadline of it.
                if known and known.token > token then return nil end
                until_ = math.max(until_, tonumber(ARGV[6]))
            end
            if until_ <= now then return nil end
            local deadline = now + math.min(tonumber(ARGV[7]), longest)
            last(token)
            store(field, token, deadline, mark)
            return { tonumber(ARGV[4]), ARGV[5], string.format('%.0f', deadline) }
            """
    )

    /// `ARGV`: the pool, the number, the token.
    static let giveBack = RedisScript(
        beginning + """
            local field = ARGV[4] .. ':' .. ARGV[3]
            local known = entry(field)
            if known and known.token == tonumber(ARGV[5]) then redis.call('HDEL', key, field) end
            return nil
            """
    )

    /// `ARGV`: the pool.
    ///
    /// What ended is taken out.
    static let list = RedisScript(
        beginning + """
            local pool, leases = ARGV[3], {}
            for _, field in ipairs(redis.call('HKEYS', key)) do
                local number, name = string.match(field, '^(%d+):(.*)$')
                if number then
                    local known = entry(field)
                    if known.deadline <= now then
                        redis.call('HDEL', key, field)
                    elseif name == pool then
                        leases[#leases + 1] = { tonumber(number),
                            string.format('%.0f', known.token),
                            string.format('%.0f', known.deadline) }
                    end
                end
            end
            return leases
            """
    )
}
